import { standalone } from '../../src/charts/standalone';
import type { Picture } from '../../src/protocol/webview';
import type { ChartBlock } from '../../src/reports/document';
import { pictureElement } from './picture';

/** Twice as fine as the screen of the paper that it is printed on. */
const SCALE = 2;

/** The chart as the text of an SVG file. */
export function svgFile(block: ChartBlock): string | undefined {
  const svg = pictureElement(block);
  return svg && standalone(new XMLSerializer().serializeToString(svg));
}

/** The chart as a PNG file. The browser draws it, from a picture that never leaves the page. */
export async function pngFile(block: ChartBlock): Promise<Picture | undefined> {
  const svg = svgFile(block);
  if (svg === undefined) return undefined;
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [image.width * SCALE, image.height * SCALE];
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const data = canvas.toDataURL('image/png').replace(/^data:image\/png;base64,/, '');
    return { name: block.id, format: 'png', data };
  } finally {
    URL.revokeObjectURL(address);
  }
}

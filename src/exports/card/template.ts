/** What a new card holds: headings of Hugging Face's template, each with the region that fills it, where there is one. */
interface Heading {
  readonly title: string;
  readonly level: 2 | 3 | 4;
  readonly region?: string;
  /** A heading that only leads to those below it. */
  readonly isGroup?: true;
}

/** As the template says it where nothing is known yet; tools count it. */
export const UNKNOWN = '[More Information Needed]';

const HEADINGS: readonly Heading[] = [
  { level: 2, title: 'Model Details', isGroup: true },
  { level: 3, title: 'Model Description', region: 'description' },
  { level: 2, title: 'Uses', isGroup: true },
  { level: 3, title: 'Direct Use', region: 'uses' },
  { level: 3, title: 'Out-of-Scope Use' },
  { level: 2, title: 'Bias, Risks, and Limitations', region: 'limits' },
  { level: 3, title: 'Recommendations' },
  { level: 2, title: 'How to Get Started with the Model' },
  { level: 2, title: 'Training Details', isGroup: true },
  { level: 3, title: 'Training Data', region: 'training-data' },
  { level: 3, title: 'Training Procedure' },
  { level: 2, title: 'Evaluation', isGroup: true },
  { level: 3, title: 'Testing Data, Factors & Metrics', isGroup: true },
  { level: 4, title: 'Testing Data', region: 'testing-data' },
  { level: 4, title: 'Factors', region: 'factors' },
  { level: 4, title: 'Metrics' },
  { level: 3, title: 'Results', region: 'results' },
  { level: 4, title: 'Summary', region: 'summary' },
  { level: 2, title: 'Environmental Impact' },
  { level: 2, title: 'Technical Specifications', region: 'technical' },
  { level: 2, title: 'Citation' },
  { level: 2, title: 'Model Card Authors' },
  { level: 2, title: 'Model Card Contact', region: 'contact' },
];

/** The body of a new card. `region` gives a region with its marks, where there is something to say. */
export function cardBody(title: string, region: (id: string) => string | undefined): string {
  const parts = HEADINGS.map(heading => {
    const head = `${'#'.repeat(heading.level)} ${heading.title}`;
    if (heading.isGroup) return head;
    const filled = heading.region === undefined ? undefined : region(heading.region);
    return `${head}\n\n${filled ?? UNKNOWN}`;
  });
  return [`# Model Card for ${title}`, NOTE, ...parts].join('\n\n');
}

const NOTE =
  '<!-- What stands between the marks "holdout:begin" and "holdout:end" is written again when the card is created again. Everything else is yours. -->';

const IMAGES = /mnist|cifar|svhn|usps|load_digits|olivetti|lfw_people|lfw_pairs/i;

/** Is this data set one of images? By the name of its loader, or the name that the loader is given. */
export function holdsPixels(dataSet: string): boolean {
  return IMAGES.test(dataSet);
}

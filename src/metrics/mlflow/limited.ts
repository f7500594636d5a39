/** How many files are read at a time: enough to keep a disk busy, few enough to leave the process its handles. */
const AT_A_TIME = 32;

/** Does the same to each, a few at a time; results in the order of the items. */
export async function eachLimited<T, U>(
  items: readonly T[],
  work: (item: T) => Promise<U>,
  atATime = AT_A_TIME,
): Promise<readonly U[]> {
  const results = new Array<U>(items.length);
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < items.length) {
      const index = next++;
      const item = items[index];
      if (item !== undefined) results[index] = await work(item);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atATime, items.length) }, worker));
  return results;
}

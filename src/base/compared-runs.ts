/** How many runs can be compared at once: the page has colours and room for so many. */
export const FEWEST_RUNS = 2;
export const MOST_RUNS = 6;

/** Milliseconds of a day of 24 hours: days are counted in UTC, which has no others. */
export const DAY = 86_400_000;

/** Units that metrics of models in use have: time, shares, money, memory, rates, energy. */
export const UNITS: readonly string[] = [
  'ms',
  's',
  'min',
  'h',
  'd',
  '%',
  'EUR',
  'USD',
  'GBP',
  'MB',
  'GB',
  'requests/s',
  'rows/s',
  'tokens/s',
  'kWh',
  'gCO2e',
];

/** What a number must satisfy. */
export interface Target {
  readonly op: '>=' | '>' | '<=' | '<' | '==';
  readonly value: number;
}

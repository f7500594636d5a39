/** A lifecycle that a new manifest can name, as the palette offers it. */
export interface LifecycleRow {
  readonly id: string;
  readonly title: string;
  /** One sentence. */
  readonly summary: string;
}

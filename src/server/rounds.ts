/** Work that nobody waits for, one round at a time. */
export interface Rounds {
  /** Begins a round; while one runs, another comes after it: what it has passed may have changed meanwhile. */
  begin(): void;
  /** Ends the round that runs, after which none comes. */
  dispose(): void;
}

export interface Cancel {
  readonly cancellation: { readonly cancelled: boolean };
  /** The user wants no more of this round, nor of the one after it. */
  readonly stop: () => void;
}

/** @param round resolves with true when there is news, of which `onNews` tells once the round is over */
export function inRounds(
  round: (cancel: Cancel) => Promise<boolean>,
  { onNews, onError }: { readonly onNews: () => void; readonly onError: (error: unknown) => void },
): Rounds {
  const cancellation = { cancelled: false };
  let isRunning = false;
  let isWanted = false;
  let disposed = false;
  const stop = (): void => {
    cancellation.cancelled = true;
  };
  const once = async (): Promise<void> => {
    isWanted = false;
    const isNews = await round({ cancellation, stop });
    if (cancellation.cancelled) isWanted = false;
    if (isNews && !disposed) onNews();
  };
  const begin = (): void => {
    isWanted = !disposed;
    if (isRunning || !isWanted) return;
    isRunning = true;
    void once()
      .catch(onError)
      .finally(() => {
        cancellation.cancelled = disposed;
        isRunning = false;
        if (isWanted) begin();
      });
  };
  return {
    begin,
    dispose: () => {
      disposed = true;
      isWanted = false;
      stop();
    },
  };
}

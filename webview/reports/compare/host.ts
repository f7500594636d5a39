import type { CompareState, FromCompare, ToCompare } from '../../../src/protocol/compare';
import { decodeToCompare } from '../../../src/protocol/compare';

declare function acquireVsCodeApi(): {
  postMessage(message: FromCompare): void;
  setState(state: CompareState): void;
};

/** The extension, as this page sees it. */
export interface CompareHost {
  post(message: FromCompare): void;
  keep(state: CompareState): void;
  /** Calls back for each message that can be understood; any other is dropped. */
  listen(onMessage: (message: ToCompare) => void): void;
}

/** Connects to the extension; can be done once in a page's life. */
export function connectCompare(): CompareHost {
  const api = acquireVsCodeApi();
  return {
    post: message => api.postMessage(message),
    keep: state => api.setState(state),
    listen: onMessage =>
      window.addEventListener('message', event => {
        const message = decodeToCompare(event.data);
        if (message) onMessage(message);
      }),
  };
}

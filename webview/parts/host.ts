import {
  decodePageState,
  decodeToPage,
  type FromPage,
  type PageState,
  type ToPage,
} from '../../src/protocol/webview';

interface VsCodeApi {
  postMessage(message: FromPage): void;
  getState(): unknown;
  setState(state: PageState): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

/** The extension, as a page sees it. */
export interface Host {
  post(message: FromPage): void;
  /** What was kept last, also before a reload. */
  state(): PageState | undefined;
  keep(state: PageState): void;
  /** Calls back for each message that can be understood; any other is dropped. */
  listen(onMessage: (message: ToPage) => void): void;
}

/** Connects to the extension; can be done once in a page's life. */
export function connect(): Host {
  const api = acquireVsCodeApi();
  return {
    post: message => api.postMessage(message),
    state: () => decodePageState(api.getState()),
    keep: state => api.setState(state),
    listen: onMessage =>
      window.addEventListener('message', event => {
        const message = decodeToPage(event.data);
        if (message) onMessage(message);
      }),
  };
}

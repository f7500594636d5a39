import type { Credential } from '../base/credential';
import { isAllowed } from '../base/origin';
import type { Network, Refusal } from '../base/ports';
import type { Session } from './session';

/** What a host makes a network of: who may be asked, and what the user keeps for a server. */
export interface NetworkRules {
  readonly refusal: (origin: string) => Refusal | undefined;
  /** From the editor's own store of secrets. */
  readonly kept: (origin: string) => Credential | undefined;
}
export type MakeNetwork = (rules: NetworkRules) => Network;

export function networkRules(session: () => Session): NetworkRules {
  return {
    refusal: origin => {
      const { trusted, settings } = session();
      if (!trusted) return RESTRICTED;
      return isAllowed(origin, settings.allowedHosts) ? undefined : NOT_ALLOWED;
    },
    kept: origin => session().credentials.get(origin),
  };
}

const RESTRICTED: Refusal = {
  kind: 'off',
  reason: 'the workspace is in restricted mode, where no server is asked',
};
const NOT_ALLOWED: Refusal = {
  kind: 'not-allowed',
  reason: 'you have not allowed this host yet; the command `Holdout: Allow Host` does',
};

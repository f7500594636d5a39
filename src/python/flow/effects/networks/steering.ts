import { taintsIn } from '../../data';
import type { CallInfo, Machine } from '../../machine';
import { taintsOf } from '../../taint';
import type { Tool } from '../../value';
import { argumentSite } from '../tables/written';

/**
 * `scheduler.step(test_loss)`: the score of a network on rows decides how it learns from here on. What it learns later is
 * watched by these rows, as if they had been given to a fit.
 */
export function steer(m: Machine, tool: Tool, info: CallInfo): void {
  const [told] = [...info.args.positional, ...info.args.named.values()];
  const site = argumentSite(m, info, 0, 'metrics');
  const label = tool.api.split('.').pop() ?? tool.api;
  for (const { score } of taintsOf(taintsIn(m, told), 'scored')) {
    const { model, rows: learned } = score.fit;
    const network = m.store.content(model);
    // By its loss on the rows that it learns from, a network decides nothing about others.
    if (network?.tag !== 'estimator' || m.rows.contains(learned, score.rows)) continue;
    const { rows, features, taints } = score;
    const stopper = { label, chooses: 'learning rate' } as const;
    m.store.update(model, { ...network, steered: { watches: [{ rows, features, taints, site }], stopper } });
  }
}

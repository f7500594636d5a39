import { originOf } from '../../base/origin';
import { START_OF_FILE } from '../../base/place';
import type { ProjectState } from '../../base/project';
import type { TreeNode } from './node';

/** A row for each server that waits for the user to agree to its being asked. */
export function hostRows({ file, servers = [] }: ProjectState): TreeNode[] {
  return servers.flatMap(({ address, notAllowed }) => {
    if (!notAllowed) return [];
    const host = (originOf(address) ?? address).replace(/^https:\/\//, '');
    const node: TreeNode = {
      id: `${file}#host/${address}`,
      target: { project: file },
      label: host,
      description: 'not asked: allow this host',
      icon: { name: 'globe', color: 'list.warningForeground' },
      tooltip: {
        title: `May ${host} be asked for runs and models?`,
        paragraphs: [
          {
            text: `The manifest names the tracking server ${address}. What rests on it is unknown until then.`,
          },
          { text: 'Run “Holdout: Allow Host” to agree.' },
        ],
      },
      spoken: `${host}, a tracking server that is not asked until you allow it`,
      capabilities: ['allowHost', 'openManifest'],
      place: { file, range: START_OF_FILE },
      expanded: false,
      children: [],
    };
    return [node];
  });
}

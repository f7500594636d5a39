import { originOf } from '../../base/origin';
import { START_OF_FILE } from '../../base/place';
import type { ProjectState } from '../../base/project';
import type { TreeNode } from './node';

/** A row for each server that waits for the user to agree to its being asked, or was not asked anew as the user cancelled it. */
export function hostRows({ file, servers = [] }: ProjectState): TreeNode[] {
  return servers.flatMap(({ address, notAllowed, keptSince }) => {
    const host = (originOf(address) ?? address).replace(/^https:\/\//, '');
    if (keptSince !== undefined) return [keptRow(file, address, host, keptSince)];
    if (!notAllowed) return [];
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

function keptRow(file: string, address: string, host: string, since: number): TreeNode {
  const time = new Date(since).toLocaleString();
  return {
    id: `${file}#host/${address}`,
    target: { project: file },
    label: host,
    description: `as of ${time}`,
    icon: { name: 'history' },
    tooltip: {
      title: `${host} was not asked anew`,
      paragraphs: [
        { text: `Asking it was cancelled. What rests on ${address} is as it answered at ${time}.` },
        { text: 'Run “Holdout: Refresh” to ask again.' },
      ],
    },
    spoken: `${host}, a tracking server whose answers are of ${time}, as asking it anew was cancelled`,
    capabilities: ['openManifest'],
    place: { file, range: START_OF_FILE },
    expanded: false,
    children: [],
  };
}

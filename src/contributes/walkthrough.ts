import type { CommandId } from './commands';
import { commandName } from './commands';
import { CONTEXTS, TRACKER } from './views';

/** One step of the walkthrough: what to do, a picture, and what counts as done. */
export interface WalkthroughStep {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly media: { readonly svg: string; readonly altText: string };
  readonly completionEvents: readonly string[];
}

const button = (text: string, id: CommandId): string => `[${text}](command:${commandName(id)})`;
const done = (id: CommandId): string => `onCommand:${commandName(id)}`;
const picture = (name: string, altText: string): WalkthroughStep['media'] => ({
  svg: `media/walkthrough/${name}.svg`,
  altText,
});

const STEPS: readonly WalkthroughStep[] = [
  {
    id: 'manifest',
    title: 'Say what the project is',
    description: `A manifest, holdout.yaml, names the lifecycle that the project follows. Holdout looks at the folder and proposes one; it becomes a file when you save it. To look around first, open one of the folders under examples in Holdout’s source: each has a README that says what there is to see.\n${button('Create Manifest', 'createManifest')}`,
    media: picture('manifest', 'A manifest of which the lines that were found in the folder are filled in.'),
    completionEvents: [`onContext:${CONTEXTS.hasProject}`],
  },
  {
    id: 'tracker',
    title: 'See where it stands',
    description: `Each stage has criteria, and each criterion is answered by evidence: met, unmet, or unknown where nobody can tell yet. A click leads to the evidence.\n[Open the Stages](command:${TRACKER.id}.focus)`,
    media: picture('tracker', 'A tree of stages with criteria that are met, unmet and unknown.'),
    completionEvents: [`onView:${TRACKER.id}`],
  },
  {
    id: 'next',
    title: 'Take the next step',
    description: `Holdout names one thing to do next and opens the place where it is done. Tick what only a person can answer, and waive with a reason what does not apply.\n${button('Go to Next Step', 'nextStep')}`,
    media: picture('next', 'The next criterion is selected in the tree, and its place open in the editor.'),
    completionEvents: [done('nextStep'), done('revealNextStep')],
  },
  {
    id: 'lint',
    title: 'Find what makes a number untrue',
    description: `Leakage, a test set that was tuned on, splits that share rows: found in scripts and notebooks while you write, with the path that makes it so.\n${button('Lint Workspace', 'lintWorkspace')}`,
    media: picture(
      'lint',
      'A line of Python is underlined, and the steps from the data to the score are listed.',
    ),
    completionEvents: [done('lintWorkspace')],
  },
  {
    id: 'report',
    title: 'Read the numbers with their doubt',
    description: `Each metric beside its target and its baseline, with a confidence interval where the number of rows is known.\n${button('Open Metric Report', 'openReport')}`,
    media: picture('report', 'Metrics as points with intervals, beside their targets.'),
    completionEvents: [done('openReport')],
  },
];

/** The one walkthrough: from an empty folder to the first report. */
export const WALKTHROUGH = {
  id: 'start',
  title: 'Get Started with Holdout',
  description: 'Where a machine learning project stands, and whether its numbers can be believed.',
  steps: STEPS,
} as const;

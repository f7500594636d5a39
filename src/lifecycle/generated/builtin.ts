// Derived from the files in src/lifecycle/builtin by `npm run derive`: do not edit.
import type { Lifecycle } from '../model';

export const BUILTIN: readonly Lifecycle[] = [
  {
    id: 'enterprise',
    title: 'Enterprise',
    summary:
      'Five phases from a business problem to adoption, for an organisation with budgets, owners and audits.',
    stages: [
      {
        title: 'Problem and success',
        id: 'problem-and-success',
        criteria: [
          {
            ask: 'Which decision is improved?',
            evidence: { kind: 'field', path: 'problem.decision', target: false },
            id: 'decision',
            help: 'Say who decides what today, and what they would decide with it.',
            doc: 'manifest.md#problem',
          },
          {
            ask: 'Is success a business number?',
            evidence: {
              kind: 'metric',
              of: { by: 'description', named: [], kind: 'business', with: 'target' },
              demand: { is: 'declared' },
              confident: false,
            },
            id: 'business-number',
            help: 'Not "a recommender", but "order value up 15 %". Declare it as a business metric with a target.',
            doc: 'manifest.md#metrics',
          },
          {
            ask: 'What does it cost to be wrong?',
            evidence: { kind: 'field', path: 'problem.cost', target: false },
            id: 'cost-of-wrong',
            help: 'Say it for each kind of error; it decides where the threshold lies.',
            doc: 'manifest.md#problem',
          },
          {
            ask: 'How does it fit into existing processes?',
            evidence: { kind: 'field', path: 'problem.integration', target: false },
            id: 'integration',
            help: 'Name the step that it changes, and who does that step now.',
            doc: 'manifest.md#problem',
          },
          {
            ask: 'Who is the business owner?',
            evidence: { kind: 'field', path: 'owner', target: false },
            id: 'owner',
            help: 'Somebody who answers for the number, not for the model.',
            doc: 'manifest.md#top',
          },
        ],
      },
      {
        title: 'Data readiness',
        id: 'data-readiness',
        returnsTo: 'problem-and-success',
        criteria: [
          {
            ask: 'Are there enough historical data?',
            evidence: {
              kind: 'data',
              demands: [{ is: 'rows', bound: { op: '>=', to: { kind: 'field', path: 'data.rows_needed' } } }],
              asks: 'rows: >= data.rows_needed',
            },
            id: 'volume',
            help: 'Write down how many rows are needed before you count how many there are.',
            doc: 'manifest.md#data',
          },
          {
            ask: 'Are gaps, errors and biases known?',
            evidence: {
              kind: 'all',
              of: [
                {
                  kind: 'data',
                  demands: [{ is: 'missing', bound: { op: '<=', to: { kind: 'share', value: 0.05 } } }],
                  asks: 'missing: <= 5%',
                },
                { kind: 'field', path: 'data.biases', target: false },
              ],
            },
            id: 'quality',
            help: 'Measure what is missing, and name who is over- or under-represented.',
            doc: 'manifest.md#data',
          },
          {
            ask: 'Can the sources be reached and combined?',
            evidence: {
              kind: 'all',
              of: [
                { kind: 'field', path: 'data.access', target: false },
                {
                  kind: 'data',
                  demands: [{ is: 'rows', bound: { op: '>=', to: { kind: 'number', value: 1 } } }],
                  asks: 'rows: >= 1',
                },
              ],
            },
            id: 'accessibility',
            help: 'Say how, and by which key; a sample of each lies in the project.',
            doc: 'manifest.md#data',
          },
          {
            ask: 'Are the data fresh enough to predict?',
            evidence: { kind: 'fresh', of: { by: 'data' }, within: { by: 'field', path: 'data.max_age' } },
            id: 'timeliness',
            help: 'Say how old they may be (data.max_age).',
            doc: 'manifest.md#data',
          },
          {
            ask: 'Does cleaning come first where it outlasts modelling?',
            evidence: {
              kind: 'effort',
              of: 'data',
              than: 'modelling',
              demand: { is: 'first', first: 'data-readiness', before: 'proof-of-concept' },
            },
            id: 'cleanup-first',
            help: 'Write both under effort; what takes longer is planned, and signed off, before the proof of concept.',
            doc: 'manifest.md#top',
          },
        ],
      },
      {
        title: 'Proof of concept',
        id: 'proof-of-concept',
        returnsTo: 'data-readiness',
        criteria: [
          {
            ask: 'Which one use case is in focus?',
            evidence: { kind: 'field', path: 'scope.use_case', target: false },
            id: 'use-case',
            help: 'One. The others wait until it has paid off.',
            doc: 'manifest.md#scope',
          },
          {
            ask: 'Is the sample representative?',
            evidence: {
              kind: 'all',
              of: [
                {
                  kind: 'data',
                  demands: [{ is: 'rows', bound: { op: '>=', to: { kind: 'number', value: 1 } } }],
                  asks: 'rows: >= 1',
                },
                {
                  kind: 'drift',
                  limits: [{ of: 'psi', bound: { op: '<=', to: { kind: 'number', value: 0.2 } } }],
                  asks: 'psi: <= 0.2, reference: whole, current: sample',
                  bins: 10,
                  floor: 0.0001,
                  reference: 'whole',
                  current: 'sample',
                },
              ],
            },
            id: 'sample',
            help: 'Name it and what it was drawn from as splits, sample and whole; they are compared column by column.',
            doc: 'manifest.md#data',
            returnsTo: 'data-readiness',
          },
          {
            ask: 'How well does it go without machine learning?',
            evidence: {
              kind: 'all',
              of: [
                { kind: 'field', path: 'problem.baseline', target: false },
                {
                  kind: 'metric',
                  of: { by: 'description', named: [], kind: 'model', with: 'baseline' },
                  demand: { is: 'baseline' },
                  confident: false,
                },
              ],
            },
            id: 'baseline',
            help: "Measure today's way, and beat it on the same cases.",
            doc: 'manifest.md#problem',
          },
          {
            ask: 'Is it the simplest model that could work?',
            evidence: {
              kind: 'all',
              of: [
                { kind: 'lint', names: ['no-baseline'], paths: [], severity: 'hint' },
                { kind: 'field', path: 'model.why', target: false },
              ],
            },
            id: 'simplest-model',
            help: 'Score a dummy or a linear model first, and say why more is needed.',
            rule: 'no-baseline',
          },
          {
            ask: 'Is it judged on business metrics, not on accuracy alone?',
            evidence: {
              kind: 'metric',
              of: { by: 'description', named: [], kind: 'business', with: 'target' },
              demand: { is: 'target' },
              confident: false,
            },
            id: 'business-metrics',
            help: 'A pilot says what the model is worth; a test set says how often it is right.',
            doc: 'manifest.md#metrics',
          },
          {
            ask: 'Was it done within eight weeks?',
            evidence: { kind: 'timebox', stage: 'proof-of-concept', weeks: { from: 4, to: 8 } },
            id: 'timebox',
            help: 'Four to eight weeks; longer, and it is no proof of concept any more.',
            doc: 'manifest.md#stages',
          },
        ],
      },
      {
        title: 'Production',
        id: 'production',
        returnsTo: 'proof-of-concept',
        criteria: [
          {
            ask: 'Are pipelines automated, monitored and fault-tolerant?',
            evidence: {
              kind: 'all',
              of: [
                { kind: 'field', path: 'deployment.pipeline', target: false },
                { kind: 'command', of: { by: 'name', name: 'test-pipeline' } },
              ],
            },
            id: 'pipelines',
            help: 'Say what runs them and what happens when they fail, and let a command test one from end to end.',
            doc: 'manifest.md#deployment',
          },
          {
            ask: 'Are models deployed as versions?',
            evidence: { kind: 'registry', versions: { op: '>=', value: 1 }, with: [] },
            id: 'versioned',
            help: 'From a registry, so that anybody can tell which one runs and bring up another like it.',
            doc: 'manifest.md#model',
          },
          {
            ask: 'Is inference fast enough?',
            evidence: {
              kind: 'metric',
              of: {
                by: 'description',
                named: ['latency', 'response', 'duration', 'inference'],
                kind: 'operational',
              },
              demand: { is: 'target' },
              confident: false,
            },
            id: 'inference',
            help: 'Declare it as an operational metric with a maximum, and measure it.',
            doc: 'manifest.md#metrics',
          },
          {
            ask: 'Is its performance tracked over time?',
            evidence: {
              kind: 'all',
              of: [
                {
                  kind: 'metric',
                  of: { by: 'description', named: [], kind: 'model' },
                  demand: { is: 'measured', on: 'production' },
                  confident: false,
                },
                {
                  kind: 'fresh',
                  of: { by: 'split', split: 'production' },
                  within: { by: 'duration', duration: { text: '30d', days: 30 } },
                },
              ],
            },
            id: 'monitoring',
            help: 'On cases of production, as soon as their true values arrive.',
            doc: 'manifest.md#monitoring',
          },
          {
            ask: 'Is retraining automated?',
            evidence: { kind: 'field', path: 'monitoring.retraining', target: false },
            id: 'retraining',
            help: 'Say the schedule or the trigger.',
            doc: 'manifest.md#monitoring',
          },
          {
            ask: 'Can you go back to the version before?',
            evidence: {
              kind: 'any',
              of: [
                { kind: 'registry', versions: { op: '>=', value: 2 }, with: [] },
                { kind: 'field', path: 'deployment.rollback', target: false },
              ],
            },
            id: 'rollback',
            help: 'Two versions in the registry, or a way that is written down.',
            doc: 'manifest.md#deployment',
          },
          {
            ask: 'Is ten times the proof of concept budgeted?',
            evidence: {
              kind: 'effort',
              of: 'production',
              than: 'proof-of-concept',
              demand: { is: 'times', least: 10 },
            },
            id: 'budget',
            help: 'Write both under effort; a proof of concept is the cheap part.',
            doc: 'manifest.md#top',
          },
        ],
      },
      {
        title: 'Operation and scaling',
        id: 'operation-and-scaling',
        returnsTo: 'production',
        criteria: [
          {
            ask: 'Is it built into existing workflows?',
            evidence: { kind: 'field', path: 'deployment.workflow', target: false },
            id: 'embedded',
            help: 'Where people work already, not on a page of its own.',
            doc: 'manifest.md#deployment',
          },
          {
            ask: 'Are stakeholders trained to read its results?',
            evidence: { kind: 'manual' },
            id: 'trained',
            help: 'They know what a score means, and when not to follow it.',
          },
          {
            ask: 'Does what users say come back to improve it?',
            evidence: { kind: 'field', path: 'monitoring.feedback', target: false },
            id: 'feedback',
            help: 'Say the way from a complaint to a training example.',
            doc: 'manifest.md#monitoring',
          },
          {
            ask: 'Are there policies for updates and audit?',
            evidence: {
              kind: 'all',
              of: [
                { kind: 'field', path: 'governance', target: false },
                { kind: 'file', paths: ['.holdout/history.jsonl'], sections: [], minWords: 0, mentions: [] },
              ],
            },
            id: 'governance',
            help: 'Who may release a new version, and where that is written down afterwards.',
            doc: 'manifest.md#top',
          },
          {
            ask: 'Can users understand why it predicts what it does?',
            evidence: {
              kind: 'file',
              paths: [
                'MODEL_CARD.md',
                'model_card.md',
                'model-card.md',
                'docs/**/*model{-,_, }card*.md',
                '{reports,docs,artifacts}/**/*{importance,shap}*',
              ],
              sections: [],
              minWords: 0,
              mentions: [],
            },
            id: 'explained',
            help: 'Importances of the features, or a model card.',
          },
          {
            ask: 'Do business KPIs reach their targets?',
            evidence: {
              kind: 'metric',
              of: { by: 'description', named: [], kind: 'business', with: 'target' },
              demand: { is: 'target' },
              confident: false,
            },
            id: 'kpis',
            help: 'The numbers of the first phase, measured in operation.',
            doc: 'manifest.md#metrics',
          },
          {
            ask: 'How many of those who could use it do?',
            evidence: {
              kind: 'metric',
              of: { by: 'description', named: ['adoption', 'usage', 'active_users'], kind: 'business' },
              demand: { is: 'target' },
              confident: false,
            },
            id: 'adoption',
            help: 'Declare the adoption rate as a business metric with a minimum.',
            doc: 'manifest.md#metrics',
          },
          {
            ask: 'How long is it from data to decision?',
            evidence: {
              kind: 'metric',
              of: {
                by: 'description',
                named: ['insight', 'time_to', 'lead_time', 'turnaround'],
                kind: 'business',
              },
              demand: { is: 'target' },
              confident: false,
            },
            id: 'time-to-insight',
            help: 'Declare it as a business metric with a maximum.',
            doc: 'manifest.md#metrics',
          },
          {
            ask: 'What is the return on the investment?',
            evidence: {
              kind: 'metric',
              of: { by: 'description', named: ['roi', 'return_on', 'payback'], kind: 'business' },
              demand: { is: 'target' },
              confident: false,
            },
            id: 'roi',
            help: 'Declare it as a business metric with a minimum.',
            doc: 'manifest.md#metrics',
          },
        ],
      },
    ],
    groups: [],
    pitfalls: [
      {
        ask: 'The first project is over-engineered.',
        evidence: {
          kind: 'lint',
          names: ['no-baseline', 'deep-model-on-small-table'],
          paths: [],
          severity: 'hint',
        },
        id: 'over-engineered',
        help: 'Begin with the simplest model that could work; add what it is shown to need.',
        rule: 'no-baseline',
      },
      {
        ask: 'Business users get no explanation.',
        evidence: {
          kind: 'file',
          paths: [
            'MODEL_CARD.md',
            'model_card.md',
            'model-card.md',
            'docs/**/*model{-,_, }card*.md',
            '{reports,docs,artifacts}/**/*{importance,shap}*',
          ],
          sections: [],
          minWords: 0,
          mentions: [],
        },
        id: 'unexplained',
        help: 'Keep the importances of the features, or a model card, where they look.',
      },
      {
        ask: 'Nobody in the business owns it.',
        evidence: { kind: 'field', path: 'owner', target: false },
        id: 'no-owner',
        help: 'Name who answers for the number.',
        doc: 'manifest.md#top',
      },
      {
        ask: 'Data work is under-planned.',
        evidence: { kind: 'effort', of: 'data', than: 'modelling', demand: { is: 'times', least: 1 } },
        id: 'data-under-planned',
        help: 'Write under effort how long data and modelling take; data takes longer nearly always.',
        doc: 'manifest.md#top',
      },
    ],
    rulesOfThumb: [
      '80 % of the time goes into data.',
      '20 % of the effort goes into algorithms, 30 % into data engineering, 50 % into change management.',
    ],
    ruleStages: {
      data: 'data-readiness',
      features: 'proof-of-concept',
      'model-selection': 'proof-of-concept',
      training: 'proof-of-concept',
      evaluation: 'proof-of-concept',
      deployment: 'production',
      project: 'problem-and-success',
    },
  },
  {
    id: 'five-stage',
    title: 'Five stages',
    summary: 'From an idea to people who use it, for a side project, a portfolio piece or a first product.',
    stages: [
      {
        title: 'Idea',
        id: 'idea',
        criteria: [
          {
            ask: 'Is the problem worth solving?',
            evidence: { kind: 'field', path: 'problem.why', target: false },
            id: 'worth-solving',
            help: 'Say who loses what today, with a number if there is one.',
            doc: 'manifest.md#problem',
          },
          {
            ask: 'Can the data be had easily?',
            evidence: { kind: 'field', path: 'data.sources', target: false },
            id: 'data-at-hand',
            help: 'Name the sources before you fall in love with the idea.',
            doc: 'manifest.md#data',
          },
          {
            ask: 'Who is the first user?',
            evidence: { kind: 'field', path: 'problem.users', target: false },
            id: 'first-user',
            help: 'One person with a name is worth more than a market.',
            doc: 'manifest.md#problem',
          },
        ],
      },
      {
        title: 'Scoping',
        id: 'scoping',
        returnsTo: 'idea',
        criteria: [
          {
            ask: 'Is success defined as a number?',
            evidence: { kind: 'field', path: 'metrics', target: true },
            id: 'success-defined',
            help: 'Give at least one metric a target before the work starts.',
            doc: 'manifest.md#metrics',
          },
          {
            ask: 'What is the smallest version that is useful?',
            evidence: {
              kind: 'file',
              paths: ['docs/scope.md'],
              sections: ['MVP', 'Out of scope'],
              minWords: 0,
              mentions: [],
            },
            id: 'mvp',
            help: 'Write down what it does, and what is left out on purpose.',
          },
        ],
      },
      {
        title: 'Data',
        id: 'data',
        returnsTo: 'scoping',
        criteria: [
          {
            ask: 'Where does each source come from?',
            evidence: { kind: 'field', path: 'data.origin', target: false },
            id: 'origin',
            help: 'An interface, scraping, a public set, or made up by a program.',
            doc: 'manifest.md#data',
          },
          {
            ask: 'Are there enough rows to generalise?',
            evidence: {
              kind: 'all',
              of: [
                { kind: 'field', path: 'data.rows_needed', target: false },
                {
                  kind: 'data',
                  demands: [
                    { is: 'rows', bound: { op: '>=', to: { kind: 'field', path: 'data.rows_needed' } } },
                  ],
                  asks: 'rows: >= data.rows_needed',
                },
              ],
            },
            id: 'enough',
            help: 'Write down how many are needed before you count how many there are.',
            doc: 'manifest.md#data',
          },
          {
            ask: 'Are labels needed, and how are they made?',
            evidence: { kind: 'field', path: 'data.labelling', target: false },
            id: 'labelling',
            help: 'Who or what makes them, and by which rule.',
            doc: 'manifest.md#data',
          },
          {
            ask: 'Are splits apart, and missing values known?',
            evidence: {
              kind: 'data',
              demands: [
                { is: 'missing', bound: { op: '<=', to: { kind: 'share', value: 0.05 } } },
                { is: 'shared_rows', bound: { op: '<=', to: { kind: 'number', value: 0 } } },
              ],
              asks: 'shared_rows: 0, missing: <= 5%',
            },
            id: 'clean',
            help: 'No row may be in two splits, and no column may be emptier than you think.',
            doc: 'manifest.md#data',
          },
        ],
      },
      {
        title: 'Modeling',
        id: 'modeling',
        returnsTo: 'data',
        criteria: [
          {
            ask: 'Is there a simple baseline?',
            evidence: {
              kind: 'all',
              of: [
                {
                  kind: 'metric',
                  of: { by: 'description', named: [], kind: 'model', with: 'baseline' },
                  demand: { is: 'baseline' },
                  confident: false,
                },
                { kind: 'lint', names: ['no-baseline'], paths: [], severity: 'hint' },
              ],
            },
            id: 'baseline-first',
            help: 'A dummy, a rule or a linear model, trained first and scored on the same rows.',
            rule: 'no-baseline',
          },
          {
            ask: 'Can the number be believed?',
            evidence: {
              kind: 'lint',
              names: ['leakage', 'test-misuse', 'splits'],
              paths: [],
              severity: 'warning',
            },
            id: 'leakage-free',
            help: 'Nothing that is scored may have shaped, chosen or trained what is scored.',
            rule: 'fit-before-split',
            returnsTo: 'modeling',
          },
          {
            ask: 'Does it come out the same twice?',
            evidence: { kind: 'lint', names: ['reproducibility'], paths: [], severity: 'information' },
            id: 'reliable',
            help: 'Reliable before novel. Fix the seeds that decide what is compared.',
            rule: 'unseeded-evaluation-split',
          },
          {
            ask: 'Is it the simplest model that meets the target?',
            evidence: {
              kind: 'all',
              of: [
                { kind: 'field', path: 'model.why', target: false },
                { kind: 'lint', names: ['deep-model-on-small-table'], paths: [], severity: 'hint' },
              ],
            },
            id: 'simple',
            help: 'Add one ingredient at a time, and say why it stays.',
            doc: 'manifest.md#model',
          },
          {
            ask: 'Can experiments be compared?',
            evidence: {
              kind: 'all',
              of: [
                { kind: 'runs', least: 2, history: false },
                { kind: 'lint', names: ['experiment-not-tracked'], paths: [], severity: 'hint' },
              ],
            },
            id: 'tracked',
            help: 'Keep parameters and numbers of at least two runs.',
            rule: 'experiment-not-tracked',
          },
        ],
      },
      {
        title: 'Deployment',
        id: 'deployment',
        returnsTo: 'modeling',
        criteria: [
          {
            ask: 'How do people use it?',
            evidence: { kind: 'field', path: 'deployment.interface', target: false },
            id: 'interface',
            help: 'A web app, an interface for programs, a command, a digest by mail.',
            doc: 'manifest.md#deployment',
          },
          {
            ask: 'How is it kept up to date?',
            evidence: { kind: 'field', path: 'monitoring.retraining', target: false },
            id: 'updates',
            help: 'When it is trained again, and on what.',
            doc: 'manifest.md#monitoring',
          },
          {
            ask: 'Are predictions logged?',
            evidence: { kind: 'field', path: 'monitoring.logs', target: false },
            id: 'predictions-logged',
            help: 'Without them nobody can say what it said last week.',
            doc: 'manifest.md#monitoring',
          },
          {
            ask: 'Do errors reach somebody?',
            evidence: { kind: 'field', path: 'monitoring.alerts', target: false },
            id: 'errors-tracked',
            help: 'Say who is told when it fails, and how.',
            doc: 'manifest.md#monitoring',
          },
          {
            ask: 'How do users say that it was wrong?',
            evidence: { kind: 'field', path: 'monitoring.feedback', target: false },
            id: 'feedback',
            help: 'Their corrections are the next training set.',
            doc: 'manifest.md#monitoring',
          },
          {
            ask: 'Do people use it?',
            evidence: {
              kind: 'metric',
              of: {
                by: 'description',
                named: ['usage', 'users', 'visits', 'requests', 'sessions'],
                kind: 'business',
              },
              demand: { is: 'target' },
              confident: false,
            },
            id: 'usage',
            help: 'Count something that happens when they do, as a business metric with a target.',
            doc: 'manifest.md#metrics',
          },
          {
            ask: 'Is the journey written down?',
            evidence: {
              kind: 'file',
              paths: ['docs/journal.md'],
              sections: ['Idea', 'Scoping', 'Data', 'Modeling', 'Deployment'],
              minWords: 0,
              mentions: [],
            },
            id: 'journey',
            help: 'What was hard, what you learnt; one entry for each stage.',
          },
        ],
      },
    ],
    groups: [],
    pitfalls: [],
    rulesOfThumb: [],
    ruleStages: {
      data: 'data',
      features: 'modeling',
      'model-selection': 'modeling',
      training: 'modeling',
      evaluation: 'modeling',
      deployment: 'deployment',
      project: 'scoping',
    },
  },
  {
    id: 'nine-stage',
    title: 'Nine stages',
    summary: 'From the problem to a model that is watched, for anything that decides something.',
    stages: [
      {
        title: 'Problem definition',
        id: 'problem-definition',
        criteria: [
          {
            ask: 'Which decision does the model support?',
            evidence: { kind: 'field', path: 'problem.decision', target: false },
            id: 'decision',
            help: 'A model that changes no decision is worth nothing. Write down who decides what with it.',
            doc: 'manifest.md#problem',
          },
          {
            ask: 'What does a wrong prediction cost?',
            evidence: { kind: 'field', path: 'problem.cost', target: false },
            id: 'cost-of-error',
            help: 'Say it for each kind of error; it decides which metric counts and where the threshold lies.',
            doc: 'manifest.md#problem',
          },
          {
            ask: 'Which baseline is to be beaten?',
            evidence: { kind: 'field', path: 'problem.baseline', target: false },
            id: 'baseline',
            help: 'A human, a heuristic or the system in use. Without one no number is good or bad.',
            doc: 'manifest.md#problem',
          },
          {
            ask: 'Which level does the business need?',
            evidence: { kind: 'field', path: 'metrics', target: true },
            id: 'required-level',
            help: 'Give at least one metric a target before there is a model to be pleased with.',
            doc: 'manifest.md#metrics',
          },
        ],
      },
      {
        title: 'Data collection',
        id: 'data-collection',
        criteria: [
          {
            ask: 'Where do the data come from?',
            evidence: { kind: 'field', path: 'data.sources', target: false },
            id: 'sources',
            help: 'Name each source, so that somebody can ask it.',
            doc: 'manifest.md#data',
          },
          {
            ask: 'How are they labelled?',
            evidence: { kind: 'field', path: 'data.labelling', target: false },
            id: 'labels',
            help: 'Who or what made the labels, by which rule, and how long after the fact.',
            doc: 'manifest.md#data',
          },
          {
            ask: 'Name the selection biases.',
            evidence: { kind: 'field', path: 'data.biases', target: false },
            id: 'selection-bias',
            help: 'Who is missing from the data, and who is in them too often?',
            doc: 'manifest.md#data',
          },
          {
            ask: 'Does the world in which it will run differ from these data?',
            evidence: {
              kind: 'all',
              of: [
                { kind: 'field', path: 'data.shift', target: false },
                {
                  kind: 'drift',
                  limits: [{ of: 'psi', bound: { op: '<=', to: { kind: 'number', value: 0.2 } } }],
                  asks: 'psi: <= 0.2',
                  bins: 10,
                  floor: 0.0001,
                  where: 'data.splits.current',
                },
              ],
            },
            id: 'shift',
            help: 'Other seasons, places, customers or prices. Where current data are given, drift answers too.',
            doc: 'manifest.md#data',
          },
          {
            ask: 'Are the labels reliable?',
            evidence: {
              kind: 'data',
              demands: [{ is: 'label_noise', bound: { op: '<=', to: { kind: 'share', value: 0.05 } } }],
              asks: 'label_noise: <= 5%',
            },
            id: 'label-reliability',
            help: 'Let annotators overlap, or estimate the noise; no model can be more accurate than its labels are.',
            doc: 'manifest.md#data',
          },
          {
            ask: 'Are there enough rows for the class of model?',
            evidence: {
              kind: 'data',
              demands: [{ is: 'rows', bound: { op: '>=', to: { kind: 'field', path: 'data.rows_needed' } } }],
              asks: 'rows: >= data.rows_needed',
            },
            id: 'enough',
            help: 'Write down how many it needs before you count how many there are.',
            doc: 'manifest.md#data',
          },
        ],
      },
      {
        title: 'Exploration',
        id: 'exploration',
        criteria: [
          {
            ask: 'Look at distributions, correlations, class balance and missing values.',
            evidence: {
              kind: 'all',
              of: [
                { kind: 'notebook', paths: ['notebooks/*.ipynb'] },
                { kind: 'data', demands: [{ is: 'profiled' }], asks: 'profiled: true' },
              ],
            },
            id: 'profiled',
            help: 'In a notebook that runs from top to bottom with its outputs kept, so that others can see what you saw.',
          },
        ],
      },
      {
        title: 'Feature engineering',
        id: 'feature-engineering',
        criteria: [
          {
            ask: 'Do features come from training data only?',
            evidence: { kind: 'lint', names: ['leakage'], paths: [], severity: 'warning' },
            id: 'from-train-only',
            help: 'What is fitted, selected or encoded on all rows has seen the test set.',
            rule: 'fit-before-split',
          },
          {
            ask: 'Is every feature there at prediction time?',
            evidence: {
              kind: 'all',
              of: [
                {
                  kind: 'lint',
                  names: ['target-in-features', 'feature-derived-from-target', 'future-value-in-feature'],
                  paths: [],
                  severity: 'warning',
                },
                {
                  kind: 'data',
                  demands: [
                    { is: 'separating_columns', bound: { op: '<=', to: { kind: 'number', value: 0 } } },
                  ],
                  asks: 'separating_columns: 0',
                },
              ],
            },
            id: 'available-at-prediction',
            help: 'A feature that is made from the target, or from the future, gives numbers that nothing in production will.',
            rule: 'target-in-features',
          },
        ],
      },
      {
        title: 'Model selection',
        id: 'model-selection',
        criteria: [
          {
            ask: 'Does the class of model fit data, latency and need for explanation?',
            evidence: {
              kind: 'all',
              of: [
                { kind: 'field', path: 'model.why', target: false },
                { kind: 'lint', names: ['deep-model-on-small-table'], paths: [], severity: 'hint' },
              ],
            },
            id: 'fits-problem',
            help: 'Say why this one. Under 10,000 rows of a table, boosted trees come before deep learning.',
            doc: 'manifest.md#model',
          },
          {
            ask: 'Does it beat a simple model?',
            evidence: {
              kind: 'all',
              of: [
                {
                  kind: 'metric',
                  of: { by: 'description', named: [], kind: 'model', with: 'baseline' },
                  demand: { is: 'baseline' },
                  confident: false,
                },
                { kind: 'lint', names: ['no-baseline'], paths: [], severity: 'hint' },
              ],
            },
            id: 'beats-simple',
            help: 'Give metrics a baseline, and score a dummy or a linear model on the same rows.',
            rule: 'no-baseline',
          },
        ],
      },
      {
        title: 'Training',
        id: 'training',
        criteria: [
          {
            ask: 'Are hyperparameters chosen on validation data, never on test?',
            evidence: { kind: 'lint', names: ['test-misuse'], paths: [], severity: 'warning' },
            id: 'tuned-on-validation',
            help: 'What was chosen on the test set looks better on it than it is.',
            rule: 'tuning-on-test',
            returnsTo: 'model-selection',
          },
          {
            ask: 'Was convergence watched?',
            evidence: { kind: 'runs', least: 1, history: true },
            id: 'converged',
            help: 'Log the loss per step, and look at the curve.',
          },
          {
            ask: 'Do training and validation stay together?',
            evidence: {
              kind: 'metric',
              of: { by: 'description', named: [], kind: 'model' },
              demand: { is: 'gap', between: ['train', 'validation'], max: 0.05 },
              confident: false,
            },
            id: 'regularised',
            help: 'Where they part, the model has learnt the training rows by heart; regularise more.',
            doc: 'manifest.md#metrics',
          },
        ],
      },
      {
        title: 'Evaluation',
        id: 'evaluation',
        criteria: [
          {
            ask: 'Is it measured on a held-out test set?',
            evidence: {
              kind: 'all',
              of: [
                {
                  kind: 'lint',
                  names: ['no-held-out-evaluation', 'train-test-overlap'],
                  paths: [],
                  severity: 'warning',
                },
                {
                  kind: 'metric',
                  of: { by: 'description', named: [], kind: 'model' },
                  demand: { is: 'measured', on: 'test' },
                  confident: false,
                },
              ],
            },
            id: 'held-out',
            help: 'On rows that no fit, choice or early stopping has seen.',
            rule: 'no-held-out-evaluation',
            returnsTo: 'feature-engineering',
          },
          {
            ask: 'Is the test set still fresh?',
            evidence: { kind: 'looks', budget: 'data.test_looks' },
            id: 'looked-once',
            help: 'Each look at it, followed by a choice, wears it out. Set a budget of looks.',
            doc: 'manifest.md#data',
          },
          {
            ask: 'Do the metrics fit the goal?',
            evidence: {
              kind: 'all',
              of: [
                {
                  kind: 'metric',
                  of: { by: 'description', named: [], kind: 'model' },
                  demand: { is: 'besides', names: ['accuracy', 'acc', 'accuracy_score'] },
                  confident: false,
                },
                { kind: 'lint', names: ['accuracy-on-imbalanced'], paths: [], severity: 'information' },
              ],
            },
            id: 'fitting-metrics',
            help: 'Where classes are unbalanced, accuracy alone says nothing.',
            rule: 'accuracy-on-imbalanced',
          },
          {
            ask: 'Is every target met, and the baseline beaten beyond chance?',
            evidence: {
              kind: 'all',
              of: [
                {
                  kind: 'metric',
                  of: { by: 'description', named: [], with: 'target' },
                  demand: { is: 'target' },
                  confident: false,
                },
                {
                  kind: 'metric',
                  of: { by: 'description', named: [], kind: 'model', with: 'baseline' },
                  demand: { is: 'baseline' },
                  confident: true,
                },
              ],
            },
            id: 'targets-met',
            help: 'A lead that lies inside the confidence interval may be luck.',
            doc: 'manifest.md#metrics',
            returnsTo: 'model-selection',
          },
        ],
      },
      {
        title: 'Deployment',
        id: 'deployment',
        criteria: [
          {
            ask: 'Is the model saved together with its preprocessing?',
            evidence: {
              kind: 'all',
              of: [
                {
                  kind: 'any',
                  of: [
                    { kind: 'registry', versions: { op: '>=', value: 1 }, with: [] },
                    {
                      kind: 'file',
                      paths: [
                        '*.{joblib,pkl,onnx,pt,safetensors,keras,cbm,ubj}',
                        '{model,models,artifacts}/**/*.{joblib,pkl,onnx,pt,safetensors,keras,cbm,ubj}',
                      ],
                      sections: [],
                      minWords: 0,
                      mentions: [],
                    },
                  ],
                },
                {
                  kind: 'lint',
                  names: ['model-saved-without-preprocessing'],
                  paths: [],
                  severity: 'warning',
                },
              ],
            },
            id: 'serialised',
            help: 'Save the whole pipeline; otherwise serving has to do again what training did, and will do it differently.',
            rule: 'model-saved-without-preprocessing',
          },
          {
            ask: 'How is it served, and where does it run?',
            evidence: {
              kind: 'all',
              of: [
                { kind: 'field', path: 'deployment.interface', target: false },
                { kind: 'field', path: 'deployment.infrastructure', target: false },
              ],
            },
            id: 'served',
            help: 'Name the interface that others call, and the infrastructure behind it.',
            doc: 'manifest.md#deployment',
          },
          {
            ask: 'Is latency within its budget?',
            evidence: {
              kind: 'metric',
              of: { by: 'description', named: ['latency', 'response', 'duration'], kind: 'operational' },
              demand: { is: 'target' },
              confident: false,
            },
            id: 'latency',
            help: 'Declare it as an operational metric with a maximum, and measure it.',
            doc: 'manifest.md#metrics',
            returnsTo: 'model-selection',
          },
          {
            ask: 'Can you go back to the version before?',
            evidence: {
              kind: 'any',
              of: [
                { kind: 'registry', versions: { op: '>=', value: 2 }, with: [] },
                { kind: 'field', path: 'deployment.rollback', target: false },
              ],
            },
            id: 'rollback',
            help: 'Two versions in the registry, or a way that is written down.',
            doc: 'manifest.md#deployment',
          },
        ],
      },
      {
        title: 'Monitoring',
        id: 'monitoring',
        criteria: [
          {
            ask: 'Is performance measured after deployment?',
            evidence: {
              kind: 'all',
              of: [
                {
                  kind: 'metric',
                  of: { by: 'description', named: [], kind: 'model' },
                  demand: { is: 'measured', on: 'production' },
                  confident: false,
                },
                {
                  kind: 'fresh',
                  of: { by: 'split', split: 'production' },
                  within: { by: 'duration', duration: { text: '30d', days: 30 } },
                },
              ],
            },
            id: 'performance',
            help: 'Compare it with that of the evaluation, as soon as true values arrive.',
            doc: 'manifest.md#monitoring',
            returnsTo: 'training',
          },
          {
            ask: 'Is drift watched?',
            evidence: {
              kind: 'drift',
              limits: [{ of: 'psi', bound: { op: '<=', to: { kind: 'number', value: 0.2 } } }],
              asks: 'psi: <= 0.2',
              bins: 10,
              floor: 0.0001,
            },
            id: 'drift',
            help: 'Data and predictions against those of training.',
            doc: 'manifest.md#monitoring',
            returnsTo: 'data-collection',
          },
          {
            ask: 'When is it trained again?',
            evidence: { kind: 'field', path: 'monitoring.retraining', target: false },
            id: 'retraining',
            help: 'On a schedule, or on a trigger.',
            doc: 'manifest.md#monitoring',
          },
          {
            ask: 'What stands in when it fails?',
            evidence: { kind: 'field', path: 'monitoring.fallback', target: false },
            id: 'fallback',
            help: 'The old rule, a human, or no answer at all; decide before it happens.',
            doc: 'manifest.md#monitoring',
          },
        ],
      },
    ],
    groups: [
      {
        title: 'Cross-functional',
        id: 'cross-functional',
        criteria: [
          {
            ask: 'Is one request answered in time?',
            evidence: {
              kind: 'metric',
              of: { by: 'description', named: ['latency', 'response', 'duration'], kind: 'operational' },
              demand: { is: 'limit', by: { 'real-time': '100 ms', batch: '60 min' } },
              confident: false,
            },
            id: 'latency-budget',
            help: 'Under 100 ms where predictions are served in real time, within minutes where they are made in batches.',
            doc: 'manifest.md#top',
          },
          {
            ask: 'Are there enough predictions per second?',
            evidence: {
              kind: 'metric',
              of: {
                by: 'description',
                named: ['throughput', 'per_second', 'qps', 'rps'],
                kind: 'operational',
              },
              demand: { is: 'target' },
              confident: false,
            },
            id: 'throughput',
            help: 'Declare it as an operational metric with a minimum.',
            doc: 'manifest.md#metrics',
          },
          {
            ask: 'What does a prediction cost?',
            evidence: {
              kind: 'metric',
              of: { by: 'description', named: ['cost', 'price', 'spend'], kind: 'operational' },
              demand: { is: 'target' },
              confident: false,
            },
            id: 'cost',
            help: 'Declare it as an operational metric with a maximum.',
            doc: 'manifest.md#metrics',
          },
          {
            ask: 'Is the worst slice close to the whole?',
            evidence: {
              kind: 'metric',
              of: { by: 'description', named: [], kind: 'model' },
              demand: { is: 'slices' },
              confident: false,
            },
            id: 'fairness',
            help: 'Write metrics by slice, and say how far they may part.',
            doc: 'manifest.md#fairness',
          },
          {
            ask: 'Can the model leak training data, and what is done about it?',
            evidence: { kind: 'field', path: 'privacy', target: false },
            id: 'privacy',
            help: 'Models remember. Say what personal data go in, and what an attacker could get out.',
            doc: 'manifest.md#top',
          },
        ],
      },
      {
        title: 'MLOps',
        id: 'mlops',
        criteria: [
          {
            ask: 'Are data validated in CI?',
            evidence: {
              kind: 'any',
              of: [
                { kind: 'command', of: { by: 'name', name: 'check-data' } },
                {
                  kind: 'file',
                  paths: [
                    '.github/workflows/*.{yml,yaml}',
                    '.gitlab-ci.yml',
                    'azure-pipelines.yml',
                    'Jenkinsfile',
                    '.circleci/config.yml',
                  ],
                  sections: [],
                  minWords: 0,
                  mentions: [
                    'great_expectations',
                    'great-expectations',
                    'pandera',
                    'validate_data',
                    'validate-data',
                    'data-validation',
                    'check_data',
                    'check-data',
                    'test_data',
                  ],
                },
              ],
            },
            id: 'ci-data',
            help: 'A schema and ranges, checked before anything is trained.',
          },
          {
            ask: 'Does a worse metric fail the build?',
            evidence: {
              kind: 'any',
              of: [
                { kind: 'command', of: { by: 'name', name: 'check-metrics' } },
                {
                  kind: 'file',
                  paths: [
                    '.github/workflows/*.{yml,yaml}',
                    '.gitlab-ci.yml',
                    'azure-pipelines.yml',
                    'Jenkinsfile',
                    '.circleci/config.yml',
                  ],
                  sections: [],
                  minWords: 0,
                  mentions: [
                    'holdout status',
                    'check_metrics',
                    'check-metrics',
                    'test_metrics',
                    'metric-regression',
                    'check_regression',
                    'check-model',
                    'check_model',
                  ],
                },
              ],
            },
            id: 'ci-regression',
            help: 'Compare with the last accepted run, with an allowance for chance.',
          },
          {
            ask: 'Is the pipeline tested end to end?',
            evidence: {
              kind: 'any',
              of: [
                { kind: 'command', of: { by: 'name', name: 'test-pipeline' } },
                {
                  kind: 'file',
                  paths: [
                    '.github/workflows/*.{yml,yaml}',
                    '.gitlab-ci.yml',
                    'azure-pipelines.yml',
                    'Jenkinsfile',
                    '.circleci/config.yml',
                  ],
                  sections: [],
                  minWords: 0,
                  mentions: [
                    'integration',
                    'end-to-end',
                    'end_to_end',
                    'e2e',
                    'test_pipeline',
                    'test-pipeline',
                    'dvc repro',
                  ],
                },
              ],
            },
            id: 'ci-integration',
            help: 'From raw rows to a prediction, on a small sample, on each change.',
          },
          {
            ask: 'Are versions kept with data version, hyperparameters and metrics?',
            evidence: {
              kind: 'registry',
              versions: { op: '>=', value: 1 },
              with: ['data version', 'hyperparameters', 'metrics'],
            },
            id: 'registry',
            help: 'So that any number can be traced to what made it.',
          },
          {
            ask: 'Does a new version reach a part of the traffic first?',
            evidence: { kind: 'field', path: 'deployment.release', target: false },
            id: 'ab-test',
            help: 'A canary, a shadow or an A/B test; say which, and how long.',
            doc: 'manifest.md#deployment',
          },
          {
            ask: 'Do training and serving share one definition of features?',
            evidence: {
              kind: 'all',
              of: [
                { kind: 'field', path: 'deployment.features', target: false },
                {
                  kind: 'lint',
                  names: ['inconsistent-preprocessing', 'refit-at-inference'],
                  paths: [],
                  severity: 'warning',
                },
              ],
            },
            id: 'features-once',
            help: 'Two definitions drift apart, and nobody sees it.',
            rule: 'inconsistent-preprocessing',
          },
        ],
      },
    ],
    pitfalls: [],
    rulesOfThumb: [],
    ruleStages: {
      data: 'data-collection',
      features: 'feature-engineering',
      'model-selection': 'model-selection',
      training: 'training',
      evaluation: 'evaluation',
      deployment: 'deployment',
      project: 'problem-definition',
    },
  },
  {
    id: 'seven-stage',
    title: 'Seven stages',
    summary: 'For a team with experts of the subject, several models to compare, and a model registry.',
    stages: [
      {
        title: 'Problem and metrics',
        id: 'problem-and-metrics',
        criteria: [
          {
            ask: 'Can machine learning solve it?',
            evidence: { kind: 'field', path: 'problem.why_ml', target: false },
            id: 'ml-can-solve-it',
            help: 'Say what can be learnt from which examples, and why a rule would not do.',
            doc: 'manifest.md#problem',
          },
          {
            ask: 'Is the success criterion written as a number?',
            evidence: { kind: 'field', path: 'metrics', target: true },
            id: 'success-criterion',
            help: 'Give at least one metric a target.',
            doc: 'manifest.md#metrics',
          },
          {
            ask: 'Which data scientists work on it?',
            evidence: { kind: 'field', path: 'team.scientists', target: false },
            id: 'scientists',
            help: 'Names, so that questions reach somebody.',
            doc: 'manifest.md#team',
          },
          {
            ask: 'Which expert of the subject works on it?',
            evidence: { kind: 'field', path: 'team.experts', target: false },
            id: 'experts',
            help: 'Somebody who sees at once that a value is impossible.',
            doc: 'manifest.md#team',
          },
        ],
      },
      {
        title: 'Data',
        id: 'data',
        returnsTo: 'problem-and-metrics',
        criteria: [
          {
            ask: 'Are the data fetched from named sources, and stored?',
            evidence: {
              kind: 'all',
              of: [
                { kind: 'field', path: 'data.sources', target: false },
                { kind: 'field', path: 'data.storage', target: false },
              ],
            },
            id: 'ingested',
            help: 'Name each source, and where its copy is kept.',
            doc: 'manifest.md#data',
          },
          {
            ask: 'Are they accurate, complete and consistent?',
            evidence: {
              kind: 'data',
              demands: [
                { is: 'missing', bound: { op: '<=', to: { kind: 'share', value: 0.05 } } },
                { is: 'shared_rows', bound: { op: '<=', to: { kind: 'number', value: 0 } } },
              ],
              asks: 'shared_rows: 0, missing: <= 5%',
            },
            id: 'validated',
            help: 'No row in two splits, no column emptier than it may be.',
            doc: 'manifest.md#data',
          },
          {
            ask: 'Are duplicates, errors, outliers and gaps dealt with?',
            evidence: {
              kind: 'data',
              demands: [
                { is: 'missing', bound: { op: '<=', to: { kind: 'share', value: 0.05 } } },
                { is: 'duplicates', bound: { op: '<=', to: { kind: 'number', value: 0 } } },
              ],
              asks: 'duplicates: 0, missing: <= 5%',
            },
            id: 'cleaned',
            help: 'Decide for each kind what is done, and do it by a program.',
            doc: 'manifest.md#data',
          },
          {
            ask: 'How are they labelled?',
            evidence: { kind: 'field', path: 'data.labelling', target: false },
            id: 'labelled',
            help: 'By hand or by a method that has a name.',
            doc: 'manifest.md#data',
          },
        ],
      },
      {
        title: 'Feature engineering',
        id: 'feature-engineering',
        returnsTo: 'data',
        criteria: [
          {
            ask: 'Look at structure, distributions and relationships.',
            evidence: { kind: 'notebook', paths: ['notebooks/*.ipynb'] },
            id: 'explored',
            help: 'In a notebook that runs from top to bottom with its outputs kept.',
          },
          {
            ask: 'Are features selected from training data only?',
            evidence: {
              kind: 'lint',
              names: ['feature-selection-before-split', 'fit-outside-cv'],
              paths: [],
              severity: 'warning',
            },
            id: 'selected',
            help: 'A selection on all rows finds what happens to fit the test rows too.',
            rule: 'feature-selection-before-split',
          },
          {
            ask: 'Are features made from what is known at prediction time?',
            evidence: {
              kind: 'lint',
              names: ['feature-derived-from-target', 'future-value-in-feature'],
              paths: [],
              severity: 'warning',
            },
            id: 'created',
            help: 'Not from the target, and not from later rows.',
            rule: 'feature-derived-from-target',
          },
          {
            ask: 'Are features scaled with training statistics?',
            evidence: {
              kind: 'lint',
              names: ['fit-before-split', 'refit-on-test'],
              paths: [],
              severity: 'information',
            },
            id: 'scaled',
            help: 'Fit on the training part, transform every part.',
            rule: 'fit-before-split',
          },
          {
            ask: 'Are categories encoded alike in training and serving?',
            evidence: {
              kind: 'lint',
              names: ['target-encoding-before-split', 'inconsistent-preprocessing'],
              paths: [],
              severity: 'warning',
            },
            id: 'encoded',
            help: 'The same code must mean the same category wherever a model reads it.',
            rule: 'target-encoding-before-split',
          },
        ],
      },
      {
        title: 'Modelling and tuning',
        id: 'modelling-and-tuning',
        returnsTo: 'feature-engineering',
        criteria: [
          {
            ask: 'Are several models and settings compared?',
            evidence: { kind: 'runs', least: 2, history: false },
            id: 'compared',
            help: 'Iteration by iteration, with parameters and numbers kept.',
          },
          {
            ask: 'Is the best one in the registry?',
            evidence: { kind: 'registry', versions: { op: '>=', value: 1 }, with: [] },
            id: 'best-registered',
            help: 'The best by the success metric, with what made it.',
          },
        ],
      },
      {
        title: 'Validation',
        id: 'validation',
        returnsTo: 'modelling-and-tuning',
        criteria: [
          {
            ask: 'Is it measured on rows that training never saw?',
            evidence: {
              kind: 'lint',
              names: ['train-test-overlap', 'test-misuse', 'splits'],
              paths: [],
              severity: 'warning',
            },
            id: 'unseen',
            help: 'Neither a fit nor a choice may have seen them.',
            rule: 'train-test-overlap',
            returnsTo: 'feature-engineering',
          },
          {
            ask: 'Do predictions agree with the truth well enough?',
            evidence: {
              kind: 'metric',
              of: { by: 'description', named: [], kind: 'model', with: 'target' },
              demand: { is: 'target' },
              confident: false,
            },
            id: 'measures',
            help: 'Accuracy, precision, recall, F1 or an error, each against its target.',
            doc: 'manifest.md#metrics',
          },
          {
            ask: 'Do training and test stay together?',
            evidence: {
              kind: 'metric',
              of: { by: 'description', named: [], kind: 'model' },
              demand: { is: 'gap', between: ['train', 'test'], max: 0.05 },
              confident: false,
            },
            id: 'generalises',
            help: 'Where they part, the model has learnt the training rows by heart.',
            doc: 'manifest.md#metrics',
          },
          {
            ask: 'Is the model fair to every slice?',
            evidence: {
              kind: 'metric',
              of: { by: 'description', named: [], kind: 'model' },
              demand: { is: 'slices' },
              confident: false,
            },
            id: 'biases',
            help: 'Write metrics by slice, and say how far they may part.',
            doc: 'manifest.md#fairness',
          },
        ],
      },
      {
        title: 'Deployment',
        id: 'deployment',
        returnsTo: 'validation',
        criteria: [
          {
            ask: 'Which way of deployment is chosen?',
            evidence: { kind: 'field', path: 'deployment.kind', target: false },
            id: 'kind',
            help: 'A service, a library, a container, a cloud or your own machines.',
            doc: 'manifest.md#deployment',
          },
          {
            ask: 'Is what is deployed taken from the registry?',
            evidence: { kind: 'registry', versions: { op: '>=', value: 1 }, with: [], alias: 'champion' },
            id: 'from-registry',
            help: 'By name and version, so that anybody can tell what runs.',
          },
        ],
      },
      {
        title: 'Monitoring',
        id: 'monitoring',
        returnsTo: 'modelling-and-tuning',
        criteria: [
          {
            ask: 'Are response times within their budget?',
            evidence: {
              kind: 'metric',
              of: { by: 'description', named: ['latency', 'response', 'duration'], kind: 'operational' },
              demand: { is: 'target' },
              confident: false,
            },
            id: 'response-times',
            help: 'Declare them as an operational metric with a maximum.',
            doc: 'manifest.md#metrics',
          },
          {
            ask: 'Is accuracy measured in production?',
            evidence: {
              kind: 'metric',
              of: { by: 'description', named: [], kind: 'model' },
              demand: { is: 'measured', on: 'production' },
              confident: false,
            },
            id: 'accuracy',
            help: 'Compare it with that of the validation, as soon as true values arrive.',
            doc: 'manifest.md#monitoring',
          },
          {
            ask: 'Do inputs look like the training data?',
            evidence: {
              kind: 'drift',
              limits: [{ of: 'psi', bound: { op: '<=', to: { kind: 'number', value: 0.2 } } }],
              asks: 'psi: <= 0.2',
              bins: 10,
              floor: 0.0001,
            },
            id: 'inputs',
            help: 'Compare their distributions column by column.',
            doc: 'manifest.md#monitoring',
            returnsTo: 'data',
          },
          {
            ask: 'Do outliers and anomalies raise an alert?',
            evidence: { kind: 'field', path: 'monitoring.alerts', target: false },
            id: 'alerts',
            help: 'Say who is told, and what makes you train again.',
            doc: 'manifest.md#monitoring',
          },
        ],
      },
    ],
    groups: [],
    pitfalls: [],
    rulesOfThumb: [],
    ruleStages: {
      data: 'data',
      features: 'feature-engineering',
      'model-selection': 'modelling-and-tuning',
      training: 'modelling-and-tuning',
      evaluation: 'validation',
      deployment: 'deployment',
      project: 'problem-and-metrics',
    },
  },
];

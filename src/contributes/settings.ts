import { SEVERITIES } from '../base/finding';

/** One setting as package.json declares it (a JSON Schema with VS Code's own keys). */
export interface SettingRow {
  readonly type: 'boolean' | 'string' | 'object' | 'array';
  readonly default: unknown;
  readonly markdownDescription: string;
  readonly scope: 'application' | 'machine' | 'window' | 'resource';
  readonly order: number;
  readonly enum?: readonly string[];
  readonly enumDescriptions?: readonly string[];
  readonly additionalProperties?: unknown;
  readonly properties?: unknown;
  readonly items?: unknown;
}

/** What a rule can be set to. */
export const RULE_SETTING = {
  type: 'string',
  enum: [...SEVERITIES, 'off'],
} as const;

export const SETTINGS = {
  'holdout.lint.enable': {
    type: 'boolean',
    default: true,
    markdownDescription: 'Lint Python files and notebooks.',
    scope: 'window',
    order: 1,
  },
  'holdout.rules': {
    type: 'object',
    default: {},
    markdownDescription:
      'Severity of single rules, or `off`. `lint.rules` in a project’s `holdout.yaml` comes before this.',
    scope: 'window',
    order: 2,
    additionalProperties: RULE_SETTING,
  },
  'holdout.codeLens.enable': {
    type: 'boolean',
    default: true,
    markdownDescription: 'Show in `holdout.yaml` how stages and metrics stand, above each of them.',
    scope: 'window',
    order: 3,
  },
  'holdout.dataRoots': {
    type: 'array',
    default: [],
    markdownDescription:
      'Absolute folders beside the workspace in which data files that a manifest names may be read.',
    scope: 'machine',
    order: 6,
    items: { type: 'string' },
  },
  'holdout.allowedHosts': {
    type: 'array',
    default: [],
    markdownDescription:
      'MLflow tracking servers that a manifest may have asked, as `mlflow.example.org` or `http://localhost:5000`. The command `Holdout: Allow Host` adds to them; a workspace cannot.',
    scope: 'machine',
    order: 7,
    items: { type: 'string' },
  },
  'holdout.name': {
    type: 'string',
    default: '',
    markdownDescription:
      'Your name as it is written into manifests and their history when you tick a criterion or sign a stage off. Git’s `user.name` unless set.',
    scope: 'application',
    order: 4,
  },
  'holdout.trace.server': {
    type: 'string',
    default: 'off',
    markdownDescription: 'Log the messages between the editor and the Holdout server.',
    scope: 'window',
    order: 5,
    enum: ['off', 'messages', 'verbose'],
    enumDescriptions: ['Log nothing.', 'Log the name of each message.', 'Log each message with its content.'],
  },
} as const satisfies Record<`holdout.${string}`, SettingRow>;

export type SettingId = keyof typeof SETTINGS;

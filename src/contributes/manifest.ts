import { ACTIVATION_EVENTS, CAPABILITIES_OF_EXTENSION, CATEGORIES, KEYWORDS } from './activation';
import type { CommandId, CommandRow } from './commands';
import { CATEGORY, COMMANDS, commandName } from './commands';
import { COLORS } from './colors';
import { KEYBINDINGS, SELECTION } from './keybindings';
import { GRAMMARS, YAML_VALIDATION } from './languages';
import type { MenuRow } from './menus';
import { MENUS, SUBMENUS } from './menus';
import type { RuleRow } from './rules';
import { RULE_SETTING, SETTINGS } from './settings';
import { CONTAINER, TRACKER, WELCOME } from './views';
import { WALKTHROUGH } from './walkthrough';

/** The parts of package.json that these tables decide; everything else in it is left as it is. */
export function derivedParts(rules: readonly RuleRow[]): Record<string, unknown> {
  return {
    icon: 'media/icon.png',
    categories: CATEGORIES,
    keywords: KEYWORDS,
    activationEvents: ACTIVATION_EVENTS,
    capabilities: CAPABILITIES_OF_EXTENSION,
    contributes: {
      commands: commandRows().map(([id, row]) => ({
        command: commandName(id),
        title: row.title,
        category: CATEGORY,
        icon: `$(${row.icon})`,
      })),
      colors: Object.values(COLORS),
      configuration: { title: CATEGORY, properties: settings(rules) },
      grammars: GRAMMARS,
      keybindings: KEYBINDINGS.map(({ command, ...rest }) => ({
        command: commandName(command),
        ...rest,
        args: SELECTION,
      })),
      menus: menus(),
      submenus: Object.values(SUBMENUS),
      views: { [CONTAINER.id]: [TRACKER] },
      yamlValidation: YAML_VALIDATION,
      viewsContainers: { activitybar: [CONTAINER] },
      walkthroughs: [WALKTHROUGH],
      viewsWelcome: WELCOME.map(({ contents, when }) => ({ view: TRACKER.id, contents, when })),
    },
  };
}

function commandRows(): [CommandId, CommandRow][] {
  return Object.entries(COMMANDS) as [CommandId, CommandRow][];
}

function menus(): Record<string, unknown> {
  const placed = Object.entries(MENUS).map(([menu, rows]: [string, readonly MenuRow[]]) => [
    menu,
    rows.map(({ command, submenu, when, group }) => ({
      ...(command === undefined ? { submenu } : { command: commandName(command) }),
      when,
      group,
    })),
  ]);
  const palette = commandRows()
    .filter(([, row]) => row.when !== 'true')
    .map(([id, row]) => ({ command: commandName(id), when: row.when }));
  return { commandPalette: palette, ...(Object.fromEntries(placed) as Record<string, unknown>) };
}

function settings(rules: readonly RuleRow[]): Record<string, unknown> {
  const properties = Object.fromEntries(
    rules.map(({ id, code, severity, summary }) => [
      id,
      { ...RULE_SETTING, default: severity, markdownDescription: `**${code}** ${summary}` },
    ]),
  );
  return {
    ...SETTINGS,
    'holdout.rules': {
      ...SETTINGS['holdout.rules'],
      ...(rules.length === 0 ? {} : { properties, additionalProperties: false }),
    },
  };
}

import type { Place } from '../../base/place';
import type { COLORS } from '../../contributes/colors';
import type { Capability } from '../../contributes/menus';

/**
 * A row of the tracker as plain data: everything that is drawn, already worded. It is made from what the server
 * computed, without VS Code, and drawn by `item.ts`.
 */
export interface TreeNode {
  /** Stable while the project is, so that VS Code keeps what is expanded and selected. */
  readonly id: string;
  readonly target: Target;
  readonly label: string;
  readonly description: string;
  readonly icon: Icon;
  readonly tooltip: Tooltip;
  readonly decoration?: Decoration;
  /** What a screen reader says instead of label and description. */
  readonly spoken: string;
  readonly capabilities: readonly Capability[];
  /** Of a manual criterion: whether its box is ticked. */
  readonly checked?: boolean;
  /** Where a click leads. */
  readonly place?: Place;
  /** Of a row with children: whether it is open when it is first shown. */
  readonly expanded: boolean;
  readonly children: readonly TreeNode[];
}

/** What a row is about; a project's row has neither stage nor criterion. */
export interface Target {
  /** The manifest's path. */
  readonly project: string;
  readonly stage?: string;
  readonly criterion?: string;
  /** The part of the metric report that says more of the criterion. */
  readonly report?: string;
}

/** A codicon and a theme colour. */
export interface Icon {
  readonly name: string;
  readonly color?: string;
}

/** A colour of the row's label, and a mark at its end. Which is which is never said by colour alone. */
export interface Decoration {
  readonly kind: keyof typeof COLORS;
  /** Two characters at most. */
  readonly badge?: string;
  /** What it means. */
  readonly words: string;
}

/** A heading and paragraphs of plain text; what stands in a manifest is not taken for Markdown. */
export interface Tooltip {
  readonly title: string;
  readonly paragraphs: readonly Paragraph[];
}

export interface Paragraph {
  readonly label?: string;
  readonly text: string;
  /** Where a link at its end leads. */
  readonly place?: Place;
}

import type { Assignment, Learned } from '../knowledge/entry';
import type { Family, Scaling } from '../knowledge/families';
import type { Lag, LagTaint, OrderTaint } from './rows/order';
import type { ColumnTaint, Given, UnseenTaint } from './columns/holding';
import type { Rows, Source, Split } from './rows/rows';
import type { Site } from './site';
import type { Stage } from './columns/stages';

/** What a statistic learns, from harmless to harmful: values that look at their own row alone need no class. */
export type StatClass = Learned;

/** Something that happened in the analysed program. `order` numbers them as they were executed. */
export interface Happening {
  readonly order: number;
  readonly site: Site;
  /** The calls that led into the function where it happened, outermost first. */
  readonly calls: readonly Site[];
}

export interface LoadFact extends Happening {
  readonly kind: 'load';
  readonly source: Source;
}
export interface StatisticFact extends Happening {
  readonly kind: 'statistic';
  readonly cls: StatClass;
  readonly rows: Rows;
  readonly label: string;
}
export interface SplitFact extends Happening {
  readonly kind: 'split';
  readonly split: Split;
  readonly of: Rows | undefined;
  /** The arrays that were handed over, as written, where each can be told. */
  readonly arrays: readonly Site[];
  /** What the arrays carried. */
  readonly carried?: Taints;
}
/** The parts of a split get names. */
export interface UnpackFact extends Happening {
  readonly kind: 'unpack';
  readonly split: Split;
  readonly targets: readonly Site[];
}
/** Some rows of a table are drawn at random: `df.sample(frac=0.8)`. */
export interface DrawFact extends Happening {
  readonly kind: 'draw';
  readonly rows: Rows;
}
export interface ResampleFact extends Happening {
  readonly kind: 'resample';
  readonly rows: Rows;
  readonly label: string;
}
/** Rows are seen through a transformer that was fitted before. */
export interface TransformFact extends Happening {
  readonly kind: 'transform';
  readonly learned: StatTaint;
  readonly rows: Rows;
  readonly label: string;
}
/** A model learns. */
export interface FitFact extends Happening {
  readonly kind: 'fit';
  /** The estimator object. */
  readonly model: number;
  readonly label: string;
  readonly rows: Rows;
  /** What the features carry, and what the model's parameters were chosen by. */
  readonly taints: Taints;
  readonly target: TargetColumn;
  readonly searcher: boolean;
  /** Of a searcher: how its folds assign rows. */
  readonly cuts?: Assignment | undefined;
  /** Its last rows are held out, as `validation_split` asks for. */
  readonly keepsLast: boolean;
  /** Names of the variables that were passed. */
  readonly features: string | undefined;
  /** How far the features were prepared. */
  readonly stage: Stage | undefined;
  /** The variable that held the rows: of `train[['a']]`, `train`. */
  readonly table: string | undefined;
  /** The arguments as they are written, where they can be told. */
  readonly given: WrittenArguments;
  /** What learns in the end: the last member of a pipeline, what a search fits; undefined where it cannot be seen. */
  readonly learner: string | undefined;
  /** What may be done to each column by itself without moving what it predicts. */
  readonly blindTo?: Scaling | undefined;
  /** The fit before it, of whose result this one goes on: the model was not made anew. */
  readonly continues: FitFact | undefined;
  /** The columns that it learns from. */
  readonly columns: Given;
  /** The configuration that learns: where, and by which calls, it and its members were made. */
  readonly design: string;
  /** Loops in which the same object learns on, from one round to the next. */
  readonly continuedIn: readonly number[];
  /** Rows that it looks at beside those it learns from. */
  readonly watches: readonly Watch[];
  /** What those rows decide, where they do. */
  readonly stopper: Stopper | undefined;
  /** Of a calibrator of a model that was fitted before: what that model learned. */
  readonly refines?: FitFact | undefined;
  /** The best epoch was loaded back. */
  readonly restored?: true;
  /** It goes on from where its rows end. */
  readonly forecasts?: true;
  /** What learns in the end: one simple model, many models at once, or a network. */
  readonly family: Family | undefined;
  /** What says that some classes are rarer than others: `class_weight`, `SMOTE`. */
  readonly imbalance: Imbalance | undefined;
}
export interface Imbalance {
  readonly label: string;
  /** Classes are only made to count alike, however many rows each has: that is done for classes of equal size, too. */
  readonly evens: boolean;
}
export interface Watch {
  readonly rows: Rows;
  readonly features: string | undefined;
  /** What the features carry. */
  readonly taints: Taints;
  /** The argument, as it is written. */
  readonly site: Site | undefined;
}
/** What lets watched rows decide: early stopping, a checkpoint of the best epoch. */
export interface Stopper {
  /** As it reads in a message: `EarlyStopping`, `early_stopping_rounds`. */
  readonly label: string;
  readonly chooses: 'rounds' | 'checkpoint' | 'learning rate';
}
/** Where a call's arguments are written, without their names; undefined where that cannot be told. */
export interface WrittenArguments {
  readonly features: Site | undefined;
  readonly target: Site | undefined;
}
export interface TargetColumn {
  readonly column: string | undefined;
  readonly rows: Rows | undefined;
  /** There was something in the target's place. */
  readonly given: boolean;
  readonly name: string | undefined;
  readonly taints: Taints;
  /** Which columns the answers were computed from; a column itself is computed from itself. */
  readonly from: readonly ColumnTaint[];
  /** Nothing else went into them. */
  readonly whole: boolean;
}
export interface PredictFact extends Happening {
  readonly kind: 'predict';
  readonly fit: FitFact;
  readonly rows: Rows;
  readonly taints: Taints;
  readonly features: string | undefined;
  /** How far the features were prepared. */
  readonly stage: Stage | undefined;
  /** It is this fit that predicts, whatever path was taken. */
  readonly certain: boolean;
  /** The features as they are written. */
  readonly given: Site | undefined;
  readonly columns: Given;
  readonly table: string | undefined;
}
/** A prediction is compared with the truth. */
export interface ScoreFact extends Happening {
  readonly kind: 'score';
  readonly metric: string;
  /** Changes with the share of the classes: precision, F1, accuracy. */
  readonly prevalence: boolean;
  readonly fit: FitFact;
  readonly rows: Rows;
  /** What the features that were predicted from carry. */
  readonly taints: Taints;
  readonly features: string | undefined;
  readonly table: string | undefined;
  /** It is this fit that is scored, whatever path was taken. */
  readonly certain: boolean;
  /** What changed from one such score to the next. */
  readonly varied: readonly Varied[];
  /** Cut-offs on the prediction that were chosen by scores. */
  readonly cutBy: readonly SelTaint[];
}
export interface Varied {
  /** The loop that changed it; undefined for a curve, which holds one score for each cut-off. */
  readonly loop: number | undefined;
  readonly what: Chosen;
  /** It takes no more than two values. */
  readonly pair?: boolean | undefined;
  /** It weighs the prediction; the model stays as it is. */
  readonly weighs?: true | undefined;
}
/** What scores choose between. */
export type Chosen = 'parameters' | 'features' | 'seed' | 'model' | 'epoch' | 'threshold';
/** `1 / (1 - r2)`: how well a column follows from the others, not how well anything is predicted. */
export interface InflationFact extends Happening {
  readonly kind: 'inflation';
  readonly scores: readonly ScoreFact[];
}
/** A figure's axis begins or ends where the best of scores says: `plt.ylim(0, max(scores))`. */
export interface AxisFact extends Happening {
  readonly kind: 'axis';
}
/** A call that fits and scores on folds of rows. */
export interface CrossValidationFact extends Happening {
  readonly kind: 'cross-validation';
  readonly label: string;
  readonly rows: Rows;
  readonly taints: Taints;
  readonly target: TargetColumn;
  /** The estimator that is refitted in each fold: its object, where it can be seen, and where it is written. */
  readonly model: number | undefined;
  readonly estimator: Site | undefined;
  readonly given: WrittenArguments;
  readonly assigns: Assignment;
  readonly columns: Given;
  /** Of what learns in the end. */
  readonly family: Family | undefined;
  /** What learns in the end, where it can be seen. */
  readonly learner: string | undefined;
  /** What may be done to each column by itself without moving what it predicts. */
  readonly blindTo?: Scaling | undefined;
}
/** The best score of a search or a study is asked for: the score of the winner on the rows that chose it. */
export interface BestScoreFact extends Happening {
  readonly kind: 'best-score';
  readonly search: SelectFact;
  /** At least so many configurations were tried. */
  readonly tries: number;
}
/** The scores of all configurations that a search tried are asked for: `cv_results_`. */
export interface FoldScoresFact extends Happening {
  readonly kind: 'fold-scores';
  readonly search: SelectFact;
}
/** A number is printed, logged or displayed. */
export interface ShowFact extends Happening {
  readonly kind: 'show';
  readonly best: readonly BestScoreFact[];
}
/** Rows are brought into the order of columns. */
export interface SortFact extends Happening {
  readonly kind: 'sort';
  readonly rows: Rows;
  readonly columns: readonly string[];
}
/** A column looks at the rows before or after each row. */
export interface LagFact extends Happening {
  readonly kind: 'lag';
  readonly lag: Lag;
}
/** Rows are taken together by the values of columns. */
export interface GroupFact extends Happening {
  readonly kind: 'group';
  /** `statistic`: one number a group; `sequence`: the rows of a group one after the other;
   * `position`: which row of its group a row is; `ends`: some first or last rows of each; `splitter`: kept on one side. */
  readonly how: 'groupby' | 'statistic' | 'sequence' | 'position' | 'ends' | 'splitter';
  readonly columns: readonly string[];
  readonly rows: Rows;
}
/** Something was chosen by a score. */
export interface SelectFact extends Happening {
  readonly kind: 'select';
  readonly how: 'search' | 'objective' | 'loop' | 'comparison' | 'tuner';
  readonly what: Chosen;
  /** Only the best score itself is taken, as by `max(scores)`, and not what had it. */
  readonly scoreOnly: boolean;
  readonly label: string;
  /** The rows whose scores decided. */
  readonly rows: Rows;
  /** Of a loop or an objective: the scores that decided. */
  readonly scores: readonly ScoreFact[];
  /** A loop is running, so that there may be more scores than these. */
  readonly looped?: true;
  /** The variable that held these rows, where one did. */
  readonly rowsName: string | undefined;
  /** Scores of several metrics lay beside each other; by which of them was chosen is not known. */
  readonly mixed?: true;
  /** Of a choice by a fit's history: that fit. */
  readonly watched?: FitFact | undefined;
}

/** Objects are kept for later runs. */
export interface SaveFact extends Happening {
  readonly kind: 'save';
  /** As it reads in a message: `joblib.dump`. */
  readonly label: string;
  /** Transformers and models that are kept, members of pipelines among them. */
  readonly holds: readonly number[];
  /** What the models among them learned last. */
  readonly fits: readonly FitFact[];
  /** Nothing else can be in it. */
  readonly whole: boolean;
  /** In a folder that is there for this run only: `tempfile.mkdtemp()`. */
  readonly temporary: boolean;
}
/** Something that another run kept is loaded. */
export interface RestoreFact extends Happening {
  readonly kind: 'restore';
  readonly label: string;
}
/** What was loaded predicts. */
export interface ServeFact extends Happening {
  readonly kind: 'serve';
  /** What loaded the model. */
  readonly label: string;
  readonly rows: Rows;
  readonly taints: Taints;
}
/** Predictions, models and rows that were parted from others reach something that is not followed, or stand beside each other. */
export interface UseFact extends Happening {
  readonly kind: 'use';
  readonly predictions: readonly PredictFact[];
  /** Objects of fitted models. */
  readonly models: readonly number[];
  readonly rows: readonly Rows[];
  /** An object of the program keeps them, as its attribute of this name. */
  readonly attribute?: string;
}
/** Scores are kept where the next run finds them. */
export interface TrackFact extends Happening {
  readonly kind: 'track';
}

export type Fact =
  | LoadFact
  | StatisticFact
  | SplitFact
  | UnpackFact
  | DrawFact
  | ResampleFact
  | TransformFact
  | FitFact
  | PredictFact
  | ScoreFact
  | CrossValidationFact
  | InflationFact
  | AxisFact
  | SortFact
  | LagFact
  | GroupFact
  | BestScoreFact
  | FoldScoresFact
  | ShowFact
  | SaveFact
  | RestoreFact
  | ServeFact
  | TrackFact
  | UseFact
  | SelectFact;

export type FactKind = Fact['kind'];
export type FactOf<K extends FactKind> = Extract<Fact, { kind: K }>;

/** What a value carries with it, and where it caught it. */
export type Taint =
  | WatchedTaint
  | OrderTaint
  | LagTaint
  | StatTaint
  | ThresholdTaint
  | FilteredTaint
  | DupTaint
  | SelTaint
  | PredTaint
  | ComparedTaint
  | ScoredTaint
  | ValidatedTaint
  | BestTaint
  | VaryTaint
  | ColumnTaint
  | UnseenTaint
  | OutputTaint;

interface TaintBase {
  readonly id: number;
}

/** Depends on a statistic of `rows`. */
export interface StatTaint extends TaintBase {
  readonly kind: 'stat';
  readonly cls: StatClass;
  readonly rows: Rows;
  readonly site: Site;
  /** As it reads in a message: `StandardScaler.fit_transform`, `df.mean`. */
  readonly label: string;
  /** The fitted transformer, where there is one. */
  readonly transformer: TransformerUse | undefined;
  /** The column whose statistic it is, where known. */
  readonly column: string | undefined;
  /** What computed it: `quantile`, `StandardScaler`. */
  readonly how: string;
  /** Of one quantile: which, from 0 to 1, or that it is not known which. */
  readonly share?: number | 'unknown';
  /** One number a group, as in `groupby(k)[c].mean()`. */
  readonly grouped: boolean;
  /** It was added to whole columns, or they were divided by it, and no more: `x - x.mean()`. */
  readonly shifts?: StatTaint;
  /** What it scaled was bent afterwards, so that the order of the values is left: `np.log(scaled)`. */
  readonly ordered?: true;
  /** Of a correlation of each column: it was held against a number that is written in the program, `corr > 0.3`. */
  readonly cut?: StatTaint;
  /** Of a score of columns: the columns that they were held against, `given` for answers that were passed. */
  readonly against: readonly string[];
  readonly calls: readonly Site[];
}
export interface TransformerUse {
  readonly object: number;
  readonly api: string;
  readonly method: string;
  /** The method's name, as written. */
  readonly nameSpan: Site;
  /** What the members of a pipeline learn, or the transformer itself; undefined for one that cannot be seen. */
  readonly classes: readonly (StatClass | undefined)[];
  /** Each member, or it itself, only scales columns, or learns nothing: what it does to them. */
  readonly scales: Scaling | undefined;
  /** The target beside the rows, with its comma; `none` without one, undefined where there is more than that. */
  readonly target: Site | 'none' | undefined;
}
/** Says which rows lie above or below a statistic, or are of a kind that was learned. */
export interface ThresholdTaint extends TaintBase {
  readonly kind: 'threshold';
  readonly statistic: StatTaint;
}
/** Has only those rows of `of` that statistics let pass. */
export interface FilteredTaint extends TaintBase {
  readonly kind: 'filtered';
  readonly by: readonly StatTaint[];
  readonly of: Rows;
  readonly out: Rows;
  readonly site: Site;
  readonly calls: readonly Site[];
}
/** Has rows copied, synthesised from, or thinned out of `of`. */
export interface DupTaint extends TaintBase {
  readonly kind: 'dup';
  /** `augmented`: variants of rows beside the rows themselves; `window`: stretches of neighbouring rows that overlap. */
  readonly how: 'over' | 'under' | 'copy' | 'augmented' | 'window';
  readonly of: Rows;
  readonly out: Rows;
  readonly site: Site;
  readonly label: string;
  readonly calls: readonly Site[];
}
/** Was chosen by scores on `rows`. */
export interface SelTaint extends TaintBase {
  readonly kind: 'sel';
  readonly rows: Rows;
  readonly site: Site;
  readonly selection: SelectFact;
}
/** Was made by a network, which may be taught by it: `loss.backward()`. */
export interface OutputTaint extends TaintBase {
  readonly kind: 'output';
  /** The network's object. */
  readonly network: number;
  readonly rows: Rows;
  readonly features: string | undefined;
  readonly table: string | undefined;
  readonly stage: Stage | undefined;
  readonly columns: Given;
  /** What the features carried. */
  readonly carried: Taints;
  /** What it is held against, where a loss was computed. */
  readonly target: TargetColumn | undefined;
}
/** Was predicted by a model. */
export interface PredTaint extends TaintBase {
  readonly kind: 'pred';
  readonly prediction: PredictFact;
}
/** A prediction that was compared, row by row, with other values. */
export interface ComparedTaint extends TaintBase {
  readonly kind: 'compared';
  readonly prediction: PredictFact;
  /** What compared it, where that is a function of which nothing is known. */
  readonly by?: string;
}
/** Is a score, or was computed from one. */
export interface ScoredTaint extends TaintBase {
  readonly kind: 'scored';
  readonly score: ScoreFact;
}
/** Is a score of a cross-validation, or was computed from one. */
export interface ValidatedTaint extends TaintBase {
  readonly kind: 'validated';
  readonly validation: CrossValidationFact;
}
/** Is the best score of a search, or was computed from one. */
export interface BestTaint extends TaintBase {
  readonly kind: 'best';
  readonly score: BestScoreFact;
}
/** Is what a fit noted of the rows it watched, epoch by epoch. */
export interface WatchedTaint extends TaintBase {
  readonly kind: 'watched';
  readonly fit: FitFact;
}
/** Changes from one iteration of a loop to the next. */
export interface VaryTaint extends TaintBase {
  readonly kind: 'vary';
  readonly loop: number;
  /** The loop runs through no more than two values. */
  readonly pair?: boolean;
  /** It became the seed of a random number generator. */
  readonly seed?: true;
  /** A prediction was multiplied by it: how much one model counts beside others. */
  readonly weighs?: true;
  /** It says which columns there are, or how a transformer makes them: one at a time, or several together. */
  readonly columns?: 'one' | 'several';
}

/** Sorted by id, without repetition. */
export type Taints = readonly Taint[];

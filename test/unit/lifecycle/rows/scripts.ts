/* Scripts that train a model: one that is right, and others that differ from it in one defect. */

const HEAD = `import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import recall_score
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
`;

const LOAD = `
data = pd.read_csv('payments.csv')
X, y = data[['amount', 'age', 'visits']], data['is_fraud']
`;

const SPLIT = `X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)
`;

const FIT = `model = make_pipeline(StandardScaler(), LogisticRegression())
model.fit(X_train, y_train)
`;

const SCORE = `print(recall_score(y_test, model.predict(X_test)))
`;

export const RIGHT = HEAD + LOAD + SPLIT + FIT + SCORE;

/** Columns chosen with the test rows in sight. */
export const SELECTED_BEFORE_SPLIT = `${HEAD}from sklearn.feature_selection import SelectKBest
${LOAD}X = SelectKBest(k=2).fit_transform(X, y)
${SPLIT}${FIT}${SCORE}`;

/** Means and deviations of all rows. */
export const SCALED_BEFORE_SPLIT = `${HEAD}${LOAD}X = StandardScaler().fit_transform(X)
${SPLIT}model = LogisticRegression().fit(X_train, y_train)
${SCORE}`;

/** The mean of the target for each shop, over all rows. */
export const ENCODED_BEFORE_SPLIT = `${HEAD}from category_encoders import TargetEncoder
${LOAD}X = TargetEncoder(cols=['visits']).fit_transform(X, y)
${SPLIT}${FIT}${SCORE}`;

/** The setting is chosen by the test score. */
export const TUNED_ON_TEST = `${HEAD}${LOAD}${SPLIT}best, best_score = None, 0
for C in [0.1, 1, 10]:
    model = make_pipeline(StandardScaler(), LogisticRegression(C=C))
    model.fit(X_train, y_train)
    score = recall_score(y_test, model.predict(X_test))
    if score > best_score:
        best, best_score = model, score
print(best_score)
`;

/** The target stays among the features. */
export const TARGET_AMONG_FEATURES = `${HEAD}
data = pd.read_csv('payments.csv')
X, y = data[['amount', 'age', 'is_fraud']], data['is_fraud']
${SPLIT}${FIT}${SCORE}`;

/** Only rows that the model was trained on are scored. */
export const SCORED_ON_TRAIN = `${HEAD}${LOAD}model = make_pipeline(StandardScaler(), LogisticRegression())
model.fit(X, y)
print(recall_score(y, model.predict(X)))
`;

/** A hundred rows lie in both parts. */
export const OVERLAPPING = `${HEAD}${LOAD}X_train, y_train = X[:800], y[:800]
X_test, y_test = X[700:], y[700:]
${FIT}${SCORE}`;

/** Test rows are trained on as well. */
export const TRAINED_ON_ALL = `${HEAD}${LOAD}${SPLIT}model = make_pipeline(StandardScaler(), LogisticRegression())
model.fit(X, y)
${SCORE}`;

/** Training rows are scaled, test rows are not. */
export const SCALED_ON_ONE_SIDE = `${HEAD}${LOAD}${SPLIT}scaler = StandardScaler()
X_train = scaler.fit_transform(X_train)
model = LogisticRegression().fit(X_train, y_train)
${SCORE}`;

/** A feature is the target under another name. */
export const TARGET_FROM_TARGET = `${HEAD}
data = pd.read_csv('payments.csv')
data['risk'] = data['is_fraud'] * 2
X, y = data[['amount', 'age', 'risk']], data['is_fraud']
${SPLIT}${FIT}${SCORE}`;

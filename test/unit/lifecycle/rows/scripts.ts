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

/** Rare cases weigh more, and the accuracy is all that is measured. */
export const ACCURACY_ALONE = `import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
${LOAD}${SPLIT}model = LogisticRegression(class_weight='balanced').fit(X_train, y_train)
print(model.score(X_test, y_test))
`;

/** A network learns from 569 rows. */
export const NETWORK_ON_SMALL_TABLE = `from sklearn.datasets import load_breast_cancer
from sklearn.metrics import recall_score
from sklearn.model_selection import train_test_split
from sklearn.neural_network import MLPClassifier

X, y = load_breast_cancer(return_X_y=True)
${SPLIT}model = MLPClassifier().fit(X_train, y_train)
${SCORE}`;

/** A boosted model is scored and kept, and nothing simple is scored beside it. */
export const ONLY_BOOSTED = `import joblib
import pandas as pd
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.metrics import recall_score
from sklearn.model_selection import train_test_split
${LOAD}${SPLIT}model = GradientBoostingClassifier().fit(X_train, y_train)
${SCORE}joblib.dump(model, 'models/model.joblib')
`;

/** The whole pipeline is kept. */
export const KEPT_WHOLE = `import joblib
${RIGHT}joblib.dump(model, 'models/model.joblib')
`;

/** The model is kept without its scaler. */
export const KEPT_ALONE = `import joblib
${HEAD}${LOAD}${SPLIT}scaler = StandardScaler()
model = LogisticRegression().fit(scaler.fit_transform(X_train), y_train)
print(recall_score(y_test, model.predict(scaler.transform(X_test))))
joblib.dump(model, 'models/model.joblib')
`;

/** Two models, each on a split of its own that is drawn by chance. */
export const COMPARED_BY_CHANCE = `${HEAD}from sklearn.naive_bayes import GaussianNB
${LOAD}X_train, X_test, y_train, y_test = train_test_split(X, y)
simple = GaussianNB().fit(X_train, y_train)
print(recall_score(y_test, simple.predict(X_test)))
X_train, X_test, y_train, y_test = train_test_split(X, y)
${FIT}${SCORE}`;

const SWEEP = `${LOAD}X_train, X_val, y_train, y_val = train_test_split(X, y, random_state=0)
for C in [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3]:
    model = make_pipeline(StandardScaler(), LogisticRegression(C=C))
    model.fit(X_train, y_train)
    recall = recall_score(y_val, model.predict(X_val))
`;

/** Eight settings, whose scores are only shown. */
export const ONLY_SHOWN = `${HEAD}${SWEEP}    print(C, recall)
`;

/** Each setting is a run with its score. */
export const TRACKED = `import mlflow
${HEAD}${SWEEP}    with mlflow.start_run():
        mlflow.log_param('C', C)
        mlflow.log_metric('recall', recall)
`;

/** A service gives its rows to the pipeline that was kept. */
export const SERVED = `import joblib
import pandas as pd

model = joblib.load('models/model.joblib')


def predict(payload):
    return model.predict(pd.DataFrame([payload]))
`;

/** A service that scales each request by what the request tells. */
export const SCALED_AGAIN = `import joblib
import pandas as pd
from sklearn.preprocessing import StandardScaler

model = joblib.load('models/model.joblib')


def predict(payload):
    rows = StandardScaler().fit_transform(pd.DataFrame([payload]))
    return model.predict(rows)
`;

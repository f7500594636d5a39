"""Are the neighbours or the forest any better than the linear model?"""
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import recall_score
from sklearn.neighbors import KNeighborsClassifier
from sklearn.preprocessing import StandardScaler

TARGET = "malignant"
SEED = 20260918

train = pd.read_csv("data/train.csv")
validation = pd.read_csv("data/validation.csv")

X_train, y_train = train.drop(columns=["sample_id", TARGET]), train[TARGET]
X_validation, y_validation = validation.drop(columns=["sample_id", TARGET]), validation[TARGET]

scaler = StandardScaler()
X_train = scaler.fit_transform(X_train)
X_validation = scaler.fit_transform(X_validation)

models = {
    "logistic regression": LogisticRegression(C=0.1, max_iter=2000),
    "nearest neighbours": KNeighborsClassifier(n_neighbors=7),
    "random forest": RandomForestClassifier(n_estimators=300, random_state=SEED),
}
for name, model in models.items():
    model.fit(X_train, y_train)
    recall = recall_score(y_validation, model.predict(X_validation))
    print(f"{name:<20} recall on validation {recall:.4f}")

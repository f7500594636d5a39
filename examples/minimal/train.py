from sklearn.datasets import load_wine
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

X, y = load_wine(return_X_y=True)
X_train, X_test, y_train, y_test = train_test_split(X, y, stratify=y, random_state=7)
model = make_pipeline(StandardScaler(), LogisticRegression()).fit(X_train, y_train)
print(f"accuracy {model.score(X_test, y_test):.3f}")

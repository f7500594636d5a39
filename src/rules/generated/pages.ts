// Derived from the rules in this folder by `npm run derive`: do not edit.

/** Each rule's page in Markdown, as people see it: by id. */
export const RULE_PAGES: Readonly<Record<string, string>> = {
  'feature-selection-before-split': `# \`feature-selection-before-split\`

Reports features that were chosen by the answers of rows some of which were held out for a score afterwards.

## What it does

It follows what scores columns by the answers: selectors such as \`SelectKBest\`, \`RFE\` and \`SelectFromModel\`, \`df.corr()['price']\`, \`X.corrwith(y)\`,
\`mutual_info_classif\`, \`f_classif\`, \`pearsonr\`, and a fitted model's \`feature_importances_\` or \`coef_\`. It reports when the scores decide which
columns a model is given — by \`transform\`, by a list of names, a mask, positions, \`drop(columns=…)\` — and one part of the rows that were
scored trained the model while another part measured it. The way may lead through \`nlargest\`, \`sort_values\`, \`argsort\`, a table, a comprehension,
a loop that appends, a function or a class.

Where each column stays or goes by its own correlation and a number that is written in the program (\`corr > 0.3\`), the finding is information:
the choice hardly depends on which rows are seen. It is an error all the same where the table is known to have at least one column for
ten rows, and for the best k columns, p-values, wrappers and importances.

Scores that are only printed or plotted choose nothing. Neither does a selector that is a member of a Pipeline see held-out rows, nor one
that was fitted on the training part. Columns that are dropped by a written list or for their gaps are left alone, and columns that
repeat each other are the matter of \`fit-before-split\`.

## Why it is bad

The choice has seen the held-out answers: of many columns that mean nothing, those are kept that happen to go with these answers, in the held-out
rows too. In our measurements the 20 best of 2,000 columns of pure noise reached an AUC of 0.87 on held-out rows where an honest one is 0.53 (200
rows), and the 10 best of 50 one of 0.62. With many rows, few columns and real signal it moved the score by less than 0.01.

## Examples

\`\`\`python
from sklearn.feature_selection import SelectKBest, f_classif
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
import pandas as pd

genes = pd.read_csv("genes.csv")
X, y = genes.drop(columns="tumour"), genes["tumour"]
X_best = SelectKBest(f_classif, k=20).fit_transform(X, y)  # ← reported
X_train, X_test, y_train, y_test = train_test_split(X_best, y, random_state=0)
clf = LogisticRegression().fit(X_train, y_train)
print(clf.score(X_test, y_test))
\`\`\`

By hand, from the correlation with the answers:

\`\`\`python
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.metrics import mean_absolute_error
from sklearn.model_selection import train_test_split

houses = pd.read_csv("houses.csv")
strength = houses.corr()["price"].abs()  # ← reported
chosen = strength[strength > 0.3].index.drop("price")
train, test = train_test_split(houses, test_size=0.2, random_state=1)
model = Ridge().fit(train[chosen], train["price"])
print(mean_absolute_error(test["price"], model.predict(test[chosen])))
\`\`\`

In a function, by what a forest finds important:

\`\`\`python
import numpy as np
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import train_test_split
from sklearn.svm import SVC


def most_important(X, y, count):
    forest = RandomForestClassifier(n_estimators=500).fit(X, y)
    order = np.argsort(forest.feature_importances_)[::-1]  # ← reported
    return X[:, order[:count]]


def main():
    spectra = pd.read_parquet("spectra.parquet")
    y = spectra.pop("ripe").to_numpy()
    X = most_important(spectra.to_numpy(), y, 30)
    X_train, X_test, y_train, y_test = train_test_split(X, y, stratify=y)
    model = SVC().fit(X_train, y_train)
    print("accuracy", model.score(X_test, y_test))


main()
\`\`\`

In a loop over the columns, with a test of significance:

\`\`\`python
import pandas as pd
from scipy.stats import pearsonr
from sklearn.linear_model import LinearRegression
from sklearn.model_selection import train_test_split

wine = pd.read_csv("wine.csv")
useless = []
for name in wine.columns.drop("quality"):
    r, p = pearsonr(wine[name], wine["quality"])  # ← reported
    if p > 0.05:
        useless.append(name)
wine = wine.drop(columns=useless)
X_train, X_test, y_train, y_test = train_test_split(wine.drop(columns="quality"), wine["quality"])
print(LinearRegression().fit(X_train, y_train).score(X_test, y_test))
\`\`\`

In a class that keeps the chosen names:

\`\`\`python
import pandas as pd
from sklearn.feature_selection import mutual_info_classif
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split


class Study:
    def __init__(self, path):
        self.data = pd.read_csv(path)
        self.y = self.data.pop("relapse")

    def choose(self, count):
        scores = pd.Series(mutual_info_classif(self.data, self.y), index=self.data.columns)  # ← reported
        self.names = scores.nlargest(count).index.tolist()

    def run(self):
        X_train, X_test, y_train, y_test = train_test_split(self.data[self.names], self.y)
        return LogisticRegression().fit(X_train, y_train).score(X_test, y_test)


study = Study("patients.csv")
study.choose(12)
print(study.run())
\`\`\`

In a notebook, by a table of scores:

\`\`\`python
# %% [1]
import pandas as pd
from sklearn.feature_selection import SelectKBest, chi2
from sklearn.model_selection import train_test_split
from sklearn.naive_bayes import MultinomialNB
data = pd.read_csv('mobile.csv')
X, y = data.iloc[:, :-1], data.iloc[:, -1]
# %% [2]
fit = SelectKBest(score_func=chi2, k=10).fit(X, y)  # ← reported
scores = pd.concat([pd.DataFrame(X.columns), pd.DataFrame(fit.scores_)], axis=1)
scores.columns = ['feature', 'score']
scores.nlargest(10, 'score')
# %% [3]
best = scores.nlargest(10, 'score')['feature'].tolist()
X_train, X_test, y_train, y_test = train_test_split(X[best], y)
MultinomialNB().fit(X_train, y_train).score(X_test, y_test)
\`\`\`

## What to write instead

Let a Pipeline select, which also holds under cross-validation:

\`\`\`python
from sklearn.feature_selection import SelectKBest, f_classif
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import cross_val_score, train_test_split
from sklearn.pipeline import make_pipeline
import pandas as pd

genes = pd.read_csv("genes.csv")
X, y = genes.drop(columns="tumour"), genes["tumour"]
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)
pipe = make_pipeline(SelectKBest(f_classif, k=20), LogisticRegression())
print(cross_val_score(pipe, X_train, y_train).mean())
print(pipe.fit(X_train, y_train).score(X_test, y_test))
\`\`\`

Or score the columns of the training part:

\`\`\`python
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split

houses = pd.read_csv("houses.csv")
train, test = train_test_split(houses, test_size=0.2, random_state=1)
strength = train.corr()["price"].abs()
chosen = strength[strength > 0.3].index.drop("price")
model = Ridge().fit(train[chosen], train["price"])
print(model.score(test[chosen], test["price"]))
\`\`\`

Scores that are only looked at choose nothing:

\`\`\`python
import pandas as pd
import seaborn as sns
from sklearn.ensemble import RandomForestRegressor
from sklearn.model_selection import train_test_split

houses = pd.read_csv("houses.csv")
print(houses.corr()["price"].sort_values())
top = houses.corr().nlargest(10, "price")["price"].index
sns.heatmap(houses[top].corr(), annot=True)
X_train, X_test, y_train, y_test = train_test_split(houses.drop(columns="price"), houses["price"])
forest = RandomForestRegressor().fit(X_train, y_train)
print(forest.score(X_test, y_test))
pd.Series(forest.feature_importances_, X_train.columns).nlargest(10).plot(kind="barh")
\`\`\`

A written list, and columns that are left out for their gaps, look at no answers:

\`\`\`python
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

loans = pd.read_csv("loans.csv")
gaps = loans.isnull().mean()
loans = loans.drop(columns=gaps[gaps > 0.5].index)
loans = loans.drop(columns=["id", "name"])
X_train, X_test, y_train, y_test = train_test_split(loans.drop(columns="default"), loans["default"])
print(LogisticRegression().fit(X_train, y_train).score(X_test, y_test))
\`\`\`

Columns that go with another column than the answers:

\`\`\`python
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

people = pd.read_csv("people.csv")
with_age = people.corr()["age"].abs()
people = people.drop(columns=with_age[with_age > 0.9].index)
X_train, X_test, y_train, y_test = train_test_split(people.drop(columns="ill"), people["ill"])
print(LogisticRegression().fit(X_train, y_train).score(X_test, y_test))
\`\`\`

Selected on the training part, of which a validation part is split off afterwards; the test part beside it is the one that counts:

\`\`\`python
import pandas as pd
from sklearn.feature_selection import SelectFromModel
from sklearn.linear_model import LassoCV, LinearRegression
from sklearn.model_selection import train_test_split

wind = pd.read_csv("wind.csv")
X, y = wind.drop(columns="power"), wind["power"]
X_rest, X_test, y_rest, y_test = train_test_split(X, y, random_state=0)
selector = SelectFromModel(LassoCV()).fit(X_rest, y_rest)
X_fit, X_val, y_fit, y_val = train_test_split(selector.transform(X_rest), y_rest, random_state=0)
model = LinearRegression().fit(X_fit, y_fit)
print("validation", model.score(X_val, y_val))
print("test", model.score(selector.transform(X_test), y_test))
\`\`\`

Folds are not a split; what is selected outside a cross-validation is the matter of another rule:

\`\`\`python
from sklearn.datasets import load_digits
from sklearn.feature_selection import SelectKBest
from sklearn.model_selection import KFold
from sklearn.svm import SVC

X, y = load_digits(return_X_y=True)
X = SelectKBest(k=20).fit_transform(X, y)  # ← reported
scores = []
for train, test in KFold(5, shuffle=True, random_state=0).split(X):
    model = SVC().fit(X[train], y[train])
    scores.append(model.score(X[test], y[test]))
print(sum(scores) / len(scores))
\`\`\`

## Fix

Where a selector's \`fit_transform\` stands right in the way of one \`train_test_split\`, the fix splits first and fits the selector on the training
part. It is shown as a preview: the parts then hold fewer columns than before, and only you know who else reads them.

\`\`\`python
from sklearn.datasets import load_breast_cancer
from sklearn.feature_selection import SelectKBest, f_classif
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

X, y = load_breast_cancer(return_X_y=True)
X_best = SelectKBest(f_classif, k=5).fit_transform(X, y)  # ← reported
X_train, X_test, y_train, y_test = train_test_split(X_best, y, random_state=0)
clf = LogisticRegression(max_iter=5000).fit(X_train, y_train)
print(clf.score(X_test, y_test))
\`\`\`

\`\`\`python
from sklearn.datasets import load_breast_cancer
from sklearn.feature_selection import SelectKBest, f_classif
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

X, y = load_breast_cancer(return_X_y=True)
selector = SelectKBest(f_classif, k=5)
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)
X_train = selector.fit_transform(X_train, y_train)
X_test = selector.transform(X_test)
clf = LogisticRegression(max_iter=5000).fit(X_train, y_train)
print(clf.score(X_test, y_test))
\`\`\`

## Known gaps

A list of columns from which a \`while\` loop takes out the least significant one, round by round, is not followed.

A column of correlations that is taken by its place, not by its name, is not known to be that of the answers:

\`\`\`python
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split

houses = pd.read_csv("houses.csv")
strength = houses.corr().iloc[-1].abs()  # ← not reported, though it should be
X = houses[strength.nlargest(8).index]
X_train, X_test, y_train, y_test = train_test_split(X, houses["price"])
print(Ridge().fit(X_train, y_train).score(X_test, y_test))
\`\`\`
`,
  'target-encoding-before-split': `# \`target-encoding-before-split\`

Reports features that hold answers of rows that were held out for a score afterwards, because an encoding was learned from all rows.

## What it does

It follows statistics of the answers: encoders such as \`TargetEncoder\` and those of \`category_encoders\`, projections that look at the answers such as
\`LinearDiscriminantAnalysis.fit_transform\`, and the same by hand — \`groupby(k)['price'].mean()\`, \`agg\`, \`transform('mean')\`, \`pivot_table\` —
where \`price\` is the column that the model is to predict. It reports when the result comes back beside the rows, by \`map\`, \`merge\`, \`replace\`,
\`apply\` or a transform, and one part of these rows trained a model while another part measured it.

Means of the answers that are only printed or plotted are left alone. So are encoders that are members of a Pipeline, encodings learned from the
training part, encodings of a fold from the other folds, means over earlier rows only, and means of other columns, which are the matter of
\`fit-before-split\`.

## Why it is bad

The mean of a category holds the answers of its rows, the held-out ones among them: the model reads the answer off the feature. The rarer the
categories, the more of it. In our measurements a category of 500 levels that means nothing reached an AUC of 0.83 on held-out rows where an
honest one is 0.59 (2,000 rows), one of 150 levels 0.84 instead of 0.75 (600 rows). With 20 levels the difference was below 0.01.

## Examples

\`\`\`python
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

customers = pd.read_csv("customers.csv")
rate = customers.groupby("city")["left"].mean()  # ← reported
customers["city_rate"] = customers["city"].map(rate)
train, test = train_test_split(customers, random_state=0)
model = LogisticRegression().fit(train[["city_rate", "age"]], train["left"])
print(model.score(test[["city_rate", "age"]], test["left"]))
\`\`\`

With an encoder, and answers that are passed to it:

\`\`\`python
import category_encoders as ce
import pandas as pd
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import train_test_split

clicks = pd.read_csv("clicks.csv")
X, y = clicks.drop(columns="bought"), clicks["bought"]
encoder = ce.TargetEncoder(cols=["shop", "brand"])
X = encoder.fit_transform(X, y)  # ← reported
X_train, X_test, y_train, y_test = train_test_split(X, y, stratify=y)
model = GradientBoostingClassifier().fit(X_train, y_train)
print(roc_auc_score(y_test, model.predict_proba(X_test)[:, 1]))
\`\`\`

In a function that smooths, and a loop over columns:

\`\`\`python
import pandas as pd
from sklearn.ensemble import RandomForestRegressor
from sklearn.metrics import r2_score
from sklearn.model_selection import train_test_split


def smoothed(table, by, on, weight=20):
    overall = table[on].mean()
    groups = table.groupby(by)[on].agg(["count", "mean"])  # ← reported
    value = (groups["count"] * groups["mean"] + weight * overall) / (groups["count"] + weight)
    return table[by].map(value)


homes = pd.read_csv("homes.csv")
for name in ["street", "agent", "school"]:
    homes[name] = smoothed(homes, name, "price")
X_train, X_test, y_train, y_test = train_test_split(homes.drop(columns="price"), homes["price"])
forest = RandomForestRegressor().fit(X_train, y_train)
print(r2_score(y_test, forest.predict(X_test)))
\`\`\`

In a notebook, merged from a table of groups:

\`\`\`python
# %% [1]
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import train_test_split
flights = pd.read_csv('flights.csv')
# %% [2]
by_airline = flights.groupby('airline').agg({'late': 'mean'}).reset_index()  # ← reported
by_airline.columns = ['airline', 'share_late']
by_airline.sort_values('share_late').head()
# %% [3]
flights = flights.merge(by_airline, on='airline', how='left')
# %% [4]
X = flights.drop(['late', 'airline'], axis=1)
X_train, X_test, y_train, y_test = train_test_split(X, flights['late'])
RandomForestClassifier().fit(X_train, y_train).score(X_test, y_test)
\`\`\`

In a class, put back beside the rows at once:

\`\`\`python
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split


class Prices:
    def __init__(self, path):
        self.cars = pd.read_csv(path)

    def features(self):
        self.cars["make_price"] = self.cars.groupby("make")["price"].transform("mean")  # ← reported
        return self.cars[["make_price", "age", "km"]]

    def evaluate(self):
        X_train, X_test, y_train, y_test = train_test_split(self.features(), self.cars["price"])
        return Ridge().fit(X_train, y_train).score(X_test, y_test)


print(Prices("cars.csv").evaluate())
\`\`\`

## What to write instead

Learn the encoding from the training part, and apply it to the other:

\`\`\`python
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

customers = pd.read_csv("customers.csv")
train, test = train_test_split(customers, random_state=0)
rate = train.groupby("city")["left"].mean()
train = train.assign(city_rate=train["city"].map(rate))
test = test.assign(city_rate=test["city"].map(rate).fillna(rate.mean()))
model = LogisticRegression().fit(train[["city_rate", "age"]], train["left"])
print(model.score(test[["city_rate", "age"]], test["left"]))
\`\`\`

Better, encode the training rows themselves out of fold, so that no row is told its own answer:

\`\`\`python
import numpy as np
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import KFold, train_test_split

customers = pd.read_csv("customers.csv")
train, test = train_test_split(customers, random_state=0)
train, test = train.reset_index(drop=True), test.reset_index(drop=True)
train["city_rate"] = np.nan
for known, rest in KFold(5, shuffle=True, random_state=0).split(train):
    means = train.loc[known].groupby("city")["left"].mean()
    train.loc[rest, "city_rate"] = train.loc[rest, "city"].map(means)
test["city_rate"] = test["city"].map(train.groupby("city")["left"].mean())
model = LogisticRegression().fit(train[["city_rate", "age"]].fillna(0), train["left"])
print(model.score(test[["city_rate", "age"]].fillna(0), test["left"]))
\`\`\`

Or let a Pipeline do it:

\`\`\`python
import category_encoders as ce
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import cross_val_score, train_test_split
from sklearn.pipeline import make_pipeline

clicks = pd.read_csv("clicks.csv")
X, y = clicks.drop(columns="bought"), clicks["bought"]
X_train, X_test, y_train, y_test = train_test_split(X, y)
model = make_pipeline(ce.TargetEncoder(cols=["shop"]), LogisticRegression())
print(cross_val_score(model, X_train, y_train).mean())
print(model.fit(X_train, y_train).score(X_test, y_test))
\`\`\`

Means of the answers that are only looked at:

\`\`\`python
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

flights = pd.read_csv("flights.csv")
print(flights.groupby("airline")["late"].mean().sort_values())
flights.groupby("month").late.mean().plot(kind="bar")
print(flights.pivot_table(values="late", index="airline", columns="month"))
X_train, X_test, y_train, y_test = train_test_split(flights.drop(columns="late"), flights["late"])
print(LogisticRegression().fit(X_train, y_train).score(X_test, y_test))
\`\`\`

How often a category occurs tells of no answer, and the mean of another column is a milder matter:

\`\`\`python
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

flights = pd.read_csv("flights.csv")
flights["seats"] = flights.groupby("airline")["seats"].transform("median")  # ← reported
flights["flown"] = flights.groupby("airline")["seats"].transform("count")
X_train, X_test, y_train, y_test = train_test_split(flights.drop(columns="late"), flights["late"])
print(LogisticRegression().fit(X_train, y_train).score(X_test, y_test))
\`\`\`

A mean over what was known before:

\`\`\`python
import pandas as pd
from sklearn.ensemble import RandomForestClassifier

matches = pd.read_csv("matches.csv").sort_values("day")
matches["form"] = matches.groupby("team")["won"].transform(lambda won: won.shift().expanding().mean())
X, y = matches[["form", "home"]], matches["won"]
n = int(len(matches) * 0.8)
model = RandomForestClassifier().fit(X[:n], y[:n])
print(model.score(X[n:], y[n:]))
\`\`\`

Learned on the training part, of which a validation part is split off afterwards; the test part beside it is the one that counts:

\`\`\`python
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split

cars = pd.read_csv("cars.csv")
rest, test = train_test_split(cars, random_state=0)
prices = rest.groupby("make")["price"].mean()
rest["make_price"], test["make_price"] = rest["make"].map(prices), test["make"].map(prices)
train, val = train_test_split(rest, random_state=0)
model = Ridge().fit(train[["make_price", "age"]], train["price"])
print("validation", model.score(val[["make_price", "age"]], val["price"]))
print("test", model.score(test[["make_price", "age"]], test["price"]))
\`\`\`

Folds are not a split; what is learned outside a cross-validation is the matter of another rule:

\`\`\`python
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import KFold

cars = pd.read_csv("cars.csv")
cars["make_price"] = cars["make"].map(cars.groupby("make")["price"].mean())  # ← reported
X, y = cars[["make_price", "age"]].to_numpy(), cars["price"].to_numpy()
scores = []
for train, test in KFold(5, shuffle=True, random_state=0).split(X):
    scores.append(Ridge().fit(X[train], y[train]).score(X[test], y[test]))
print(sum(scores) / len(scores))
\`\`\`

## Fix

Where an encoder's \`fit_transform\` stands right in the way of one \`train_test_split\`, the fix splits first and fits the encoder on the training part.
It is shown as a preview: only you know who else reads the encoded rows. There is none for means by hand: the training rows ought to be
encoded out of fold, and how is a choice.

\`\`\`python
from sklearn.datasets import load_wine
from sklearn.discriminant_analysis import LinearDiscriminantAnalysis
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsClassifier

X, y = load_wine(return_X_y=True)
lda = LinearDiscriminantAnalysis(n_components=2)
Z = lda.fit_transform(X, y)  # ← reported
Z_train, Z_test, y_train, y_test = train_test_split(Z, y, random_state=0)
print(KNeighborsClassifier().fit(Z_train, y_train).score(Z_test, y_test))
\`\`\`

\`\`\`python
from sklearn.datasets import load_wine
from sklearn.discriminant_analysis import LinearDiscriminantAnalysis
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsClassifier

X, y = load_wine(return_X_y=True)
lda = LinearDiscriminantAnalysis(n_components=2)
Z_train, Z_test, y_train, y_test = train_test_split(X, y, random_state=0)
Z_train = lda.fit_transform(Z_train, y_train)
Z_test = lda.transform(Z_test)
print(KNeighborsClassifier().fit(Z_train, y_train).score(Z_test, y_test))
\`\`\`

## Known gaps

A plain mean that was learned from the training part and put beside the same training rows tells each of them its own answer. The held-out score stays
honest, only worse than it could be: this is not reported.

The answers must be known by the name of their column:

\`\`\`python
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split

cars = pd.read_csv("cars.csv")
cars["make_price"] = cars["make"].map(cars.groupby("make")["price"].mean())  # expect: fit-before-split # ← not reported, though it should be
train, test = train_test_split(cars[["make_price", "age", "price"]].to_numpy())
print(Ridge().fit(train[:, :2], train[:, 2]).score(test[:, :2], test[:, 2]))
\`\`\`
`,
  'resample-before-split': `# \`resample-before-split\`

Reports rows that were copied, synthesised or thinned out before they were split into a training part and a held-out part.

## What it does

It reports a sampler such as \`SMOTE\` or \`RandomOverSampler\`, \`resample(…, replace=True)\`, \`df.sample(replace=True)\` or a table put
below itself, when rows of its result were used to train a model and others of them to score it, by a split or by
cross-validation. It also reports a sampler on the held-out part itself (a warning), and, as information, under-sampling before
the split when the score depends on how common the classes are.

It leaves alone a bootstrap of the whole held-out part, which keeps the shares of its classes, samplers on the training part, samplers inside an imblearn Pipeline, class weights, and under-sampling when only
ranking scores such as ROC AUC are computed.

## Why it is bad

Copies and neighbours of a held-out row are in the training part, so a model that remembers is rewarded. In our measurements a
random forest on 2,000 rows with 5 % positives seemed to reach an AUC of 1.00 after random over-sampling where it was truly 0.67,
and 0.98 after SMOTE. Resampling the held-out part alone does not inflate ranking, but precision, F1 and accuracy then describe a
population that does not exist.

## Examples

\`\`\`python
from imblearn.over_sampling import SMOTE
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import train_test_split
import pandas as pd

df = pd.read_csv("fraud.csv")
X, y = df.drop(columns="fraud"), df["fraud"]
X_bal, y_bal = SMOTE(random_state=0).fit_resample(X, y)  # ← reported
X_train, X_test, y_train, y_test = train_test_split(X_bal, y_bal, random_state=0)
rf = RandomForestClassifier().fit(X_train, y_train)
print(roc_auc_score(y_test, rf.predict_proba(X_test)[:, 1]))
\`\`\`

The rare class drawn with replacement, by hand:

\`\`\`python
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from sklearn.model_selection import train_test_split
from sklearn.utils import resample

df = pd.read_csv("churn.csv")
stayed = df[df.churn == 0]
left = df[df.churn == 1]
left = resample(left, replace=True, n_samples=len(stayed), random_state=1)  # ← reported
balanced = pd.concat([stayed, left])
train, test = train_test_split(balanced, test_size=0.3)
model = LogisticRegression()
model.fit(train.drop(columns="churn"), train["churn"])
print(f1_score(test["churn"], model.predict(test.drop(columns="churn"))))
\`\`\`

Under cross-validation:

\`\`\`python
from imblearn.over_sampling import RandomOverSampler
from sklearn.datasets import load_breast_cancer
from sklearn.model_selection import cross_val_score
from sklearn.tree import DecisionTreeClassifier


def balanced(X, y):
    sampler = RandomOverSampler(random_state=0)
    return sampler.fit_resample(X, y)  # ← reported


X, y = load_breast_cancer(return_X_y=True)
X, y = balanced(X, y)
print(cross_val_score(DecisionTreeClassifier(), X, y, cv=10).mean())
\`\`\`

A loop over folds of resampled rows:

\`\`\`python
import numpy as np
from imblearn.over_sampling import ADASYN
from sklearn.datasets import load_digits
from sklearn.metrics import recall_score
from sklearn.model_selection import StratifiedKFold
from sklearn.svm import SVC

X, y = load_digits(return_X_y=True)
X, y = ADASYN().fit_resample(X, y)  # ← reported
scores = []
for train, test in StratifiedKFold(5).split(X, y):
    model = SVC().fit(X[train], y[train])
    scores.append(recall_score(y[test], model.predict(X[test]), average="macro"))
print(np.mean(scores))
\`\`\`

The held-out part itself resampled, in a notebook:

\`\`\`python
# %% [1]
import pandas as pd
from imblearn.over_sampling import SMOTE
from sklearn.model_selection import train_test_split
df = pd.read_csv('defaults.csv')
X_train, X_test, y_train, y_test = train_test_split(df.drop('default', axis=1), df['default'])
# %% [2]
smote = SMOTE()
X_train, y_train = smote.fit_resample(X_train, y_train)
X_test, y_test = smote.fit_resample(X_test, y_test)  # ← reported
# %% [3]
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import accuracy_score
forest = RandomForestClassifier().fit(X_train, y_train)
accuracy_score(y_test, forest.predict(X_test))
\`\`\`

Thinned out before the split, with a score that depends on the balance:

\`\`\`python
import pandas as pd
from imblearn.under_sampling import RandomUnderSampler
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import precision_score
from sklearn.model_selection import train_test_split

df = pd.read_csv("clicks.csv")
X, y = RandomUnderSampler().fit_resample(df.drop(columns="click"), df["click"])  # ← reported
X_train, X_test, y_train, y_test = train_test_split(X, y)
model = LogisticRegression().fit(X_train, y_train)
print(precision_score(y_test, model.predict(X_test)))
\`\`\`

## What to write instead

Split first, resample the training part only:

\`\`\`python
from imblearn.over_sampling import SMOTE
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import train_test_split
import pandas as pd

df = pd.read_csv("fraud.csv")
X, y = df.drop(columns="fraud"), df["fraud"]
X_train, X_test, y_train, y_test = train_test_split(X, y, stratify=y, random_state=0)
X_bal, y_bal = SMOTE(random_state=0).fit_resample(X_train, y_train)
rf = RandomForestClassifier().fit(X_bal, y_bal)
print(roc_auc_score(y_test, rf.predict_proba(X_test)[:, 1]))
\`\`\`

Folds of a resampled training part are no number to report, and other rows are measured in the end:

\`\`\`python
from imblearn.over_sampling import RandomOverSampler
from sklearn.metrics import f1_score
from sklearn.model_selection import cross_val_score, train_test_split
from sklearn.tree import DecisionTreeClassifier
import pandas as pd


class Study:
    def __init__(self, path):
        df = pd.read_csv(path)
        parts = train_test_split(df.drop(columns="late"), df["late"], stratify=df["late"], random_state=2)
        self.X_train, self.X_test, self.y_train, self.y_test = parts

    def run(self, depth):
        X, y = RandomOverSampler(random_state=0).fit_resample(self.X_train, self.y_train)
        tree = DecisionTreeClassifier(max_depth=depth)
        print(cross_val_score(tree, X, y).mean())
        return f1_score(self.y_test, tree.fit(X, y).predict(self.X_test))


print(Study("parcels.csv").run(depth=6))
\`\`\`

In cross-validation, the sampler is a step of the model:

\`\`\`python
from imblearn.over_sampling import SMOTE
from imblearn.pipeline import make_pipeline
from sklearn.datasets import load_breast_cancer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import cross_val_score

X, y = load_breast_cancer(return_X_y=True)
model = make_pipeline(SMOTE(), LogisticRegression(max_iter=5000))
print(cross_val_score(model, X, y, scoring="average_precision").mean())
\`\`\`

Within each fold, of the fold's training rows:

\`\`\`python
from imblearn.over_sampling import RandomOverSampler
from sklearn.datasets import load_wine
from sklearn.metrics import accuracy_score
from sklearn.model_selection import KFold
from sklearn.tree import DecisionTreeClassifier

X, y = load_wine(return_X_y=True)
for train, test in KFold(5, shuffle=True).split(X):
    X_fit, y_fit = RandomOverSampler().fit_resample(X[train], y[train])
    model = DecisionTreeClassifier().fit(X_fit, y_fit)
    print(accuracy_score(y[test], model.predict(X[test])))
\`\`\`

Class weights, and drawing fewer rows to save time, copy nothing:

\`\`\`python
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import f1_score
from sklearn.model_selection import train_test_split
from sklearn.utils import resample, shuffle

df = pd.read_csv("events.csv").sample(10_000, random_state=0)
df = shuffle(df)
df = resample(df, replace=False, n_samples=5_000)
train, test = train_test_split(df)
model = RandomForestClassifier(class_weight="balanced").fit(train[["a", "b"]], train["y"])
print(f1_score(test["y"], model.predict(test[["a", "b"]])))
\`\`\`

Under-sampling does not change a ranking score:

\`\`\`python
import pandas as pd
from imblearn.under_sampling import RandomUnderSampler
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import train_test_split

df = pd.read_csv("clicks.csv")
X, y = RandomUnderSampler().fit_resample(df.drop(columns="click"), df["click"])
X_train, X_test, y_train, y_test = train_test_split(X, y)
model = LogisticRegression().fit(X_train, y_train)
print(roc_auc_score(y_test, model.predict_proba(X_test)[:, 1]))
\`\`\`

Resampled rows that only train, while the score comes from other rows:

\`\`\`python
import pandas as pd
from imblearn.over_sampling import RandomOverSampler
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import recall_score

df = pd.read_csv("machines.csv")
past, recent = df[df.year < 2020], df[df.year >= 2020]
X, y = RandomOverSampler().fit_resample(past[["heat", "noise"]], past["broken"])
model = LogisticRegression().fit(X, y)
print(recall_score(recent["broken"], model.predict(recent[["heat", "noise"]])))
\`\`\`

A bootstrap that is scored on the rows that it left out:

\`\`\`python
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.metrics import r2_score

df = pd.read_csv("plots.csv")
drawn = df.sample(frac=1.0, replace=True, random_state=0)
left_out = df.drop(drawn.index)
model = Ridge().fit(drawn[["rain"]], drawn["yield"])
print(r2_score(left_out["yield"], model.predict(left_out[["rain"]])))
\`\`\`

## Fix

None. Moving the split above the sampler changes which names later statements must use.

## Known gaps

Rows that are copied element by element in a loop, drawn again within a \`groupby\`, or appended several times to the whole table
are not followed, nor are images that are flipped and appended. Folds of a search within an oversampled training part are not
reported: its inner scores are too good, the final one is not.
`,
  'augment-before-split': `# \`augment-before-split\`

Reports rows that get variants of themselves beside them (flipped, noisy, repeated) before they are split.

## What it does

It reports \`np.concatenate([X, flipped(X)])\` and its like, \`np.repeat\` and \`np.tile\` along the rows, a changed copy of a table below the
table, and lists to which a loop appends an item and a variant of it, when a split or a cross-validation then deals out the
result and the held-out part is scored.

It leaves alone augmentation of the training part, transforms that a loader draws anew for each row, splits by the item that the
variants come from, columns that are stacked side by side, and copies whose label differs from the original's.

## Why it is bad

A variant of a held-out row is in the training part, so a model that remembers is rewarded. In our measurements a random forest with three
jittered copies of each of 800 rows seemed to reach an AUC of 1.00 where it was truly 0.66.

## Examples

\`\`\`python
import numpy as np
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import train_test_split

X, y = np.load("images.npy"), np.load("labels.npy")
X_aug = np.concatenate([X, X[:, ::-1]])  # ← reported
y_aug = np.concatenate([y, y])
X_tr, X_te, y_tr, y_te = train_test_split(X_aug, y_aug)
forest = RandomForestClassifier().fit(X_tr, y_tr)
print(forest.score(X_te, y_te))
\`\`\`

Noise on copies, under cross-validation:

\`\`\`python
import numpy as np
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import StratifiedKFold, cross_val_score


def jittered(X, scale):
    return X + np.random.normal(0, scale, X.shape)


df = pd.read_csv("wells.csv")
X, y = df.drop(columns="dry").values, df["dry"].values
X_all = np.vstack([X, jittered(X, 0.1)])  # ← reported
y_all = np.hstack([y, y])
print(cross_val_score(RandomForestClassifier(), X_all, y_all, cv=StratifiedKFold(5, shuffle=True)).mean())
\`\`\`

Images that are read, turned and appended in a loop:

\`\`\`python
import os
import cv2
import numpy as np
from sklearn.model_selection import train_test_split
from sklearn.svm import SVC

images, labels = [], []
for name in os.listdir("scans"):
    image = cv2.imread(os.path.join("scans", name))
    images.append(image.ravel())
    labels.append(name[0])
    for angle in range(3):
        images.append(cv2.rotate(image, angle))  # ← reported
        labels.append(name[0])
X_train, X_test, y_train, y_test = train_test_split(np.array(images), np.array(labels))
model = SVC().fit(X_train, y_train)
print(model.score(X_test, y_test))
\`\`\`

A table with changed copies of its texts, in a notebook:

\`\`\`python
# %% [1]
import pandas as pd
from sklearn.model_selection import train_test_split
reviews = pd.read_csv('reviews.csv')
swapped = reviews.copy()
swapped['text'] = swapped['text'].str.replace('good', 'great')
reviews = pd.concat([reviews, swapped])  # ← reported
# %% [2]
train, test = train_test_split(reviews, random_state=0)
# %% [3]
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
model = make_pipeline(TfidfVectorizer(), LogisticRegression()).fit(train['text'], train['positive'])
model.score(test['text'], test['positive'])
\`\`\`

Rows that are repeated and jittered:

\`\`\`python
import numpy as np
from sklearn.metrics import accuracy_score
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsClassifier

X, y = np.load("spectra.npy"), np.load("species.npy")
X = np.repeat(X, 4, axis=0)  # ← reported
y = np.repeat(y, 4)
X = X + np.random.normal(size=X.shape)
X_train, X_test, y_train, y_test = train_test_split(X, y, stratify=y)
knn = KNeighborsClassifier().fit(X_train, y_train)
print(accuracy_score(y_test, knn.predict(X_test)))
\`\`\`

## What to write instead

Split first, augment the training part:

\`\`\`python
import numpy as np
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import train_test_split

X, y = np.load("images.npy"), np.load("labels.npy")
X_tr, X_te, y_tr, y_te = train_test_split(X, y, stratify=y)
X_tr = np.concatenate([X_tr, X_tr[:, ::-1]])
y_tr = np.concatenate([y_tr, y_tr])
forest = RandomForestClassifier().fit(X_tr, y_tr)
print(forest.score(X_te, y_te))
\`\`\`

Or keep all variants of an item on one side:

\`\`\`python
import numpy as np
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import GroupKFold, cross_val_score

X, y = np.load("images.npy"), np.load("labels.npy")
item = np.arange(len(X))
X_aug = np.concatenate([X, X[:, ::-1]])
y_aug = np.concatenate([y, y])
items = np.concatenate([item, item])
print(cross_val_score(RandomForestClassifier(), X_aug, y_aug, groups=items, cv=GroupKFold(5)).mean())
\`\`\`

Transforms that are drawn while training leave each row one row:

\`\`\`python
import numpy as np
from sklearn.model_selection import train_test_split
from tensorflow.keras.layers import Conv2D, Dense, Flatten
from tensorflow.keras.models import Sequential
from tensorflow.keras.preprocessing.image import ImageDataGenerator

X, y = np.load("images.npy"), np.load("labels.npy")
X_train, X_test, y_train, y_test = train_test_split(X, y)
augmenter = ImageDataGenerator(horizontal_flip=True, rotation_range=20)
net = Sequential([Conv2D(8, 3), Flatten(), Dense(1, activation="sigmoid")])
net.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
net.fit(augmenter.flow(X_train, y_train), epochs=3)
print(net.evaluate(X_test, y_test))
\`\`\`

Columns that become a table are no variants of each other:

\`\`\`python
import numpy as np
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

df = pd.read_csv("shots.csv")
X = np.vstack((df["x"], df["y"])).T
X_train, X_test, y_train, y_test = train_test_split(X, df["goal"])
print(LogisticRegression().fit(X_train, y_train).score(X_test, y_test))
\`\`\`

Each image is flipped or not, and is there once:

\`\`\`python
import os
import random
import cv2
import numpy as np
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import train_test_split

images, labels = [], []
for name in os.listdir("scans"):
    image = cv2.imread(name)
    if random.random() < 0.5:
        images.append(cv2.flip(image, 1))
    else:
        images.append(image)
    labels.append(name[0])
X_train, X_test, y_train, y_test = train_test_split(np.array(images), np.array(labels))
print(RandomForestClassifier().fit(X_train, y_train).score(X_test, y_test))
\`\`\`

Pairs that did not happen, made from those that did:

\`\`\`python
import numpy as np
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import train_test_split

bought = pd.read_csv("bought.csv")
other = bought.copy()
other["item"] = np.random.permutation(other["item"])
bought["label"] = 1
other["label"] = 0
pairs = pd.concat([bought, other])
train, test = train_test_split(pairs)
model = RandomForestClassifier().fit(train[["user", "item"]], train["label"])
print(model.score(test[["user", "item"]], test["label"]))
\`\`\`

Rows cut apart by hand where the variants begin:

\`\`\`python
import numpy as np
from sklearn.ensemble import RandomForestClassifier

X, y = np.load("images.npy"), np.load("labels.npy")
both = np.concatenate([X, X[:, ::-1]])
half = len(X) // 2
model = RandomForestClassifier().fit(both[:half], y[:half])
print(model.score(both[half:len(X)], y[half:]))
\`\`\`

An inner split of augmented training rows, and a final number from rows that were never augmented:

\`\`\`python
import numpy as np
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import train_test_split

X, y = np.load("images.npy"), np.load("labels.npy")
cut = int(len(X) * 0.8)
X_fit = np.concatenate([X[:cut], X[:cut, ::-1]])
y_fit = np.concatenate([y[:cut], y[:cut]])
X_train, X_val, y_train, y_val = train_test_split(X_fit, y_fit, random_state=0)
model = RandomForestClassifier().fit(X_train, y_train)
print("inner", model.score(X_val, y_val))
print("final", model.score(X[cut:], y[cut:]))
\`\`\`

## Fix

None. Moving the split above the augmentation changes which names later statements must use.

## Known gaps

Variants that are written to disk and read again, patches and crops of an image, translations of a text variants that a function stacks for each
file (\`np.vstack((plain, noisy))\`), and what functions of unknown libraries make are not followed, nor is what a Keras generator yields in a loop.
`,
  'fit-before-split': `# \`fit-before-split\`

Reports a statistic that was learned from all rows and folded into the features before some of these rows were held out for a score.

## What it does

It follows values from where rows are loaded to where a score is computed. It reports when a scaler, imputer, vectoriser,
projection or clustering — or the same by hand: \`df.fillna(df.median())\`, \`(X - X.mean()) / X.std()\`, \`pd.qcut\`,
\`groupby(k)[c].transform('mean')\` — saw rows of which one part trained a model and another part scored it. Splits by
\`train_test_split\`, by slices, masks, index sets and \`df.sample\` with \`df.drop\` are all understood; helpers and classes are followed
with the values that they are called with. Everything that concerns one split is one finding.

Statistics that learn nothing from values are left alone: encoders that only list the categories, row-wise arithmetic, hashing,
constants. So are statistics that only get printed or plotted, members of a Pipeline, and rows of which no part is ever scored.
So is scaling or mean imputation learned from a training part of which a validation part is split off afterwards, where the test
part beside it is the one that is scored in the end.
Scaling column by column before nothing but models made of trees is a hint, given once in a file: a tree asks on which side of a
threshold a value lies, and scaled or not it is the same side, so that the number hardly changes as long as no other model takes its
place. So is shifting and stretching columns before nothing but least squares with an intercept, Gaussian naive Bayes or discriminant
analysis, which make up for it. Where columns are put together after they were scaled, by PCA or as a sum, where they are bent (of
trees: otherwise than by a logarithm and the like, which keeps the order of the values), or answers that are no classes are scaled with them, it is
information as elsewhere. What a slice of the columns leaves out, as \`prepared[:, 3:]\` does with the scaled ones of a
\`ColumnTransformer\`, reaches no score.
A finding is named by the statistic that matters most of those that reach the score it names: frequencies and statistics of groups before
quantiles, these before means and scales. What the model does not see is not counted.
Columns that are left out because they repeat others count as well, as information. Feature selection and encoders that look at the
target are worse, and so are outliers that are dropped from all rows: each is the matter of a rule of its own.

## Why it is bad

The held-out rows have shaped the features that the model was trained on, so the score is not what unseen rows would give. How
much that matters depends on the statistic. Scaling and mean imputation moved the score by at most 0.002 in our measurements
(200 and 2,000 rows), vocabularies and the weights of their words by less than 0.01 in either direction (200 and 2,000 texts): these
are reported as information. So are projections, which moved it by 0.006 at most: with 200 rows of 100 columns, and not at all with
2,000 rows. Where it is known that there is a column for every ten rows or more, they are a warning.

## Examples

\`\`\`python
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.metrics import classification_report
from sklearn.model_selection import train_test_split
from sklearn.svm import LinearSVC
import pandas as pd

reviews = pd.read_csv("reviews.csv")
X = TfidfVectorizer().fit_transform(reviews["text"])  # ← reported
X_train, X_test, y_train, y_test = train_test_split(X, reviews["stars"], random_state=0)
clf = LinearSVC().fit(X_train, y_train)
print(classification_report(y_test, clf.predict(X_test)))
\`\`\`

A median over the whole table, by hand, and a split by slices:

\`\`\`python
import pandas as pd
from sklearn.ensemble import RandomForestRegressor
from sklearn.metrics import mean_absolute_error

houses = pd.read_csv("houses.csv").sort_values("sold")
houses["area"] = houses["area"].fillna(houses["area"].median())  # ← reported
n = int(len(houses) * 0.8)
train, test = houses[:n], houses[n:]
model = RandomForestRegressor()
model.fit(train[["area", "rooms"]], train["price"])
predicted = model.predict(test[["area", "rooms"]])
print(mean_absolute_error(test["price"], predicted))
\`\`\`

In a function that is called with the whole table:

\`\`\`python
import pandas as pd
from sklearn.decomposition import PCA
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split


def compress(table, k):
    pca = PCA(n_components=k)
    return pca.fit_transform(table)  # ← reported


def main():
    genes = pd.read_parquet("genes.parquet")
    y = genes.pop("tumour")
    X = compress(genes, k=10)
    X_train, X_test, y_train, y_test = train_test_split(X, y, stratify=y)
    model = LogisticRegression().fit(X_train, y_train)
    print("accuracy", model.score(X_test, y_test))


if __name__ == "__main__":
    main()
\`\`\`

In a class whose methods share their state:

\`\`\`python
import numpy as np
from sklearn.datasets import load_wine
from sklearn.neighbors import KNeighborsClassifier


class Experiment:
    def __init__(self):
        wine = load_wine()
        self.X, self.y = wine.data, wine.target

    def standardise(self):
        self.X = (self.X - self.X.mean(axis=0)) / self.X.std(axis=0)  # ← reported

    def split(self):
        order = np.random.permutation(len(self.X))
        self.train, self.test = order[:120], order[120:]

    def run(self):
        self.standardise()
        self.split()
        model = KNeighborsClassifier().fit(self.X[self.train], self.y[self.train])
        return (model.predict(self.X[self.test]) == self.y[self.test]).mean()


print(Experiment().run())
\`\`\`

In a notebook, with every column scaled in a loop:

\`\`\`python
# %% [1]
import pandas as pd
from sklearn.preprocessing import MinMaxScaler
from sklearn.model_selection import train_test_split
df = pd.read_csv('flights.csv')
df.head()
# %% [2]
for name in ['distance', 'delay', 'fuel']:
    df[name] = MinMaxScaler().fit_transform(df[[name]])  # ← reported
# %% [3]
X_train, X_test, y_train, y_test = train_test_split(df.drop('late', axis=1), df['late'])
# %% [4]
from sklearn.linear_model import LogisticRegression
%time model = LogisticRegression().fit(X_train, y_train)
model.score(X_test, y_test)
\`\`\`

Several statistics before one split are one finding, at the worst of them:

\`\`\`python
from sklearn.datasets import load_breast_cancer
from sklearn.decomposition import PCA
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

X, y = load_breast_cancer(return_X_y=True)
X = StandardScaler().fit_transform(X)
X = PCA(n_components=5).fit_transform(X)  # ← reported
X_train, X_test, y_train, y_test = train_test_split(X, y)
model = GradientBoostingClassifier().fit(X_train, y_train)
print(roc_auc_score(y_test, model.predict_proba(X_test)[:, 1]))
\`\`\`

Trees do not see how a column is scaled, so the number hardly changes; the order is wrong all the same, and a hint says so:

\`\`\`python
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import f1_score
from sklearn.model_selection import GridSearchCV, train_test_split
from sklearn.preprocessing import StandardScaler

visits = pd.read_csv("visits.csv")
X = StandardScaler().fit_transform(visits.drop(columns="bought"))  # ← reported
X_train, X_test, y_train, y_test = train_test_split(X, visits["bought"], random_state=0)
search = GridSearchCV(RandomForestClassifier(), {"max_depth": [3, 6]}).fit(X_train, y_train)
print(f1_score(y_test, search.predict(X_test)))
\`\`\`

## What to write instead

Split first, learn from the training part, apply to the other:

\`\`\`python
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.metrics import classification_report
from sklearn.model_selection import train_test_split
from sklearn.svm import LinearSVC
import pandas as pd

reviews = pd.read_csv("reviews.csv")
text_train, text_test, y_train, y_test = train_test_split(reviews["text"], reviews["stars"], random_state=0)
vectoriser = TfidfVectorizer()
clf = LinearSVC().fit(vectoriser.fit_transform(text_train), y_train)
print(classification_report(y_test, clf.predict(vectoriser.transform(text_test))))
\`\`\`

Or let a Pipeline do it, which is the only right way under cross-validation:

\`\`\`python
from sklearn.compose import make_column_transformer
from sklearn.ensemble import RandomForestClassifier
from sklearn.impute import SimpleImputer
from sklearn.model_selection import cross_val_score, train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder
import pandas as pd

df = pd.read_csv("patients.csv")
X, y = df.drop(columns="ill"), df["ill"]
prepare = make_column_transformer((SimpleImputer(), ["age"]), (OneHotEncoder(handle_unknown="ignore"), ["sex"]))
model = make_pipeline(prepare, RandomForestClassifier())
print(cross_val_score(model, X, y).mean())
X_train, X_test, y_train, y_test = train_test_split(X, y)
print(model.fit(X_train, y_train).score(X_test, y_test))
\`\`\`

Encoders that list categories, arithmetic on each row, and literal bounds learn no statistic:

\`\`\`python
import numpy as np
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import LabelEncoder, Normalizer, PolynomialFeatures

df = pd.read_csv("cars.csv")
df["make"] = LabelEncoder().fit_transform(df["make"])
df["log_price"] = np.log1p(df["price"])
df["age"] = 2024 - df["year"]
df["size"] = pd.cut(df["length"], [0, 4, 5, 9], labels=False)
df["doors"] = df["doors"].fillna(4).clip(2, 5)
df = pd.get_dummies(df, columns=["fuel"])
X = PolynomialFeatures(2).fit_transform(df.drop(columns=["log_price", "price"]))
X = Normalizer().fit_transform(X)
X = X / X.max(axis=1, keepdims=True)
X_train, X_test, y_train, y_test = train_test_split(X, df["log_price"])
print(Ridge().fit(X_train, y_train).score(X_test, y_test))
\`\`\`

Folds are not a split; what is learned outside a cross-validation is the matter of another rule:

\`\`\`python
from sklearn.datasets import load_digits
from sklearn.decomposition import PCA
from sklearn.model_selection import KFold
from sklearn.svm import SVC

X, y = load_digits(return_X_y=True)
X = PCA(20).fit_transform(X)  # ← reported
scores = []
for train, test in KFold(5, shuffle=True, random_state=0).split(X):
    model = SVC().fit(X[train], y[train])
    scores.append(model.score(X[test], y[test]))
print(sum(scores) / len(scores))
\`\`\`

A label made with a threshold is an answer, not a feature:

\`\`\`python
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import train_test_split

df = pd.read_csv("houses.csv")
df["dear"] = (df["price"] > df["price"].median()).astype(int)
X, y = df.iloc[:, 1:-2], df.iloc[:, -1]
X_train, X_test, y_train, y_test = train_test_split(X, y)
print(RandomForestClassifier().fit(X_train, y_train).score(X_test, y_test))
\`\`\`

Statistics that are only looked at reach no model:

\`\`\`python
import matplotlib.pyplot as plt
import pandas as pd
from sklearn.decomposition import PCA
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

df = pd.read_csv("shops.csv")
X, y = df.drop(columns="closed"), df["closed"]
print(X.mean(), X.corr(), df.groupby("town")["closed"].mean())
plane = PCA(2).fit_transform(StandardScaler().fit_transform(X))
plt.scatter(plane[:, 0], plane[:, 1], c=y)
X_train, X_test, y_train, y_test = train_test_split(X, y)
print(LogisticRegression().fit(X_train, y_train).score(X_test, y_test))
\`\`\`

Without a held-out score there is nothing to spoil, as in clustering or in a last fit for production:

\`\`\`python
import joblib
import pandas as pd
from sklearn.cluster import KMeans
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

df = pd.read_csv("customers.csv")
X, y = df.drop(columns="left"), df["left"]
scaler = StandardScaler()
X_train, X_test, y_train, y_test = train_test_split(X, y)
model = LogisticRegression().fit(scaler.fit_transform(X_train), y_train)
print(model.score(scaler.transform(X_test), y_test))
everything = scaler.fit_transform(X)
segments = KMeans(5).fit_predict(everything)
joblib.dump((scaler, model.fit(everything, y)), "model.joblib")
\`\`\`

One helper for both parts is not one statistic, and a branch that is never taken is none:

\`\`\`python
import pandas as pd
from sklearn.linear_model import LinearRegression
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

SCALE_EARLY = False


def prepare(part, scaler=None):
    if scaler is None:
        scaler = StandardScaler().fit(part)
    return scaler.transform(part), scaler


df = pd.read_csv("wind.csv")
if SCALE_EARLY:
    df[["speed"]] = StandardScaler().fit_transform(df[["speed"]])
train, test = train_test_split(df)
X_train, scaler = prepare(train[["speed", "height"]])
X_test, _ = prepare(test[["speed", "height"]], scaler)
print(LinearRegression().fit(X_train, train["power"]).score(X_test, test["power"]))
\`\`\`

A mean of the answers themselves is the matter of another rule, and so are outliers among all rows:

\`\`\`python
import pandas as pd
from sklearn.linear_model import LinearRegression
from sklearn.model_selection import train_test_split

df = pd.read_csv("prices.csv")
df["town_price"] = df.groupby("town")["price"].transform("mean")  # ← reported
df = df[df["area"] < df["area"].quantile(0.99)]  # ← reported
train, test = train_test_split(df)
model = LinearRegression().fit(train[["area", "town_price"]], train["price"])
print(model.score(test[["area", "town_price"]], test["price"]))
\`\`\`

A statistic of one column does not concern a model that is not given it:

\`\`\`python
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

df = pd.read_csv("loans.csv")
df["income_z"] = StandardScaler().fit_transform(df[["income"]])
train, test = train_test_split(df)
features = ["age", "amount"]
model = LogisticRegression().fit(train[features], train["default"])
print(model.score(test[features], test["default"]))
\`\`\`

A project's own \`train_test_split\` and an unknown transformer are not taken for others of the same name:

\`\`\`python
import pandas as pd
from sklearn.linear_model import LogisticRegression
from mylib.splits import train_test_split
from mylib.scaling import Scaler

df = pd.read_csv("data.csv")
X, y = df.drop(columns="y"), df["y"]
X = Scaler().fit_transform(X)
X_test, X_train, y_test, y_train = train_test_split(X, y)
print(LogisticRegression().fit(X_train, y_train).score(X_test, y_test))
\`\`\`

Correlations that choose columns by the answers as well as by each other are the matter of one rule:

\`\`\`python
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split

homes = pd.read_csv("homes.csv")
strength = homes.corr()  # ← reported
homes = homes[strength.index[abs(strength["price"]) > 0.5]]
X_train, X_test, y_train, y_test = train_test_split(homes.drop(columns="price"), homes["price"], random_state=0)
print(Ridge().fit(X_train, y_train).score(X_test, y_test))
\`\`\`

## Fix

Where one transformer's \`fit_transform\` stands right in the way of one \`train_test_split\`, and nothing else reads its result, the fix splits first and
fits the transformer on the training part. It is shown as a preview: only you know who else counts on the parts being as they were.

\`\`\`python
from sklearn.datasets import load_wine
from sklearn.decomposition import PCA
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsClassifier

X, y = load_wine(return_X_y=True)
X = PCA(n_components=3).fit_transform(X)  # ← reported
X_train, X_test, y_train, y_test = train_test_split(X, y, stratify=y, random_state=0)
model = KNeighborsClassifier().fit(X_train, y_train)
print(model.score(X_test, y_test))
\`\`\`

\`\`\`python
from sklearn.datasets import load_wine
from sklearn.decomposition import PCA
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsClassifier

X, y = load_wine(return_X_y=True)
transformer = PCA(n_components=3)
X_train, X_test, y_train, y_test = train_test_split(X, y, stratify=y, random_state=0)
X_train = transformer.fit_transform(X_train)
X_test = transformer.transform(X_test)
model = KNeighborsClassifier().fit(X_train, y_train)
print(model.score(X_test, y_test))
\`\`\`

In all other cases there is none. To move a split above a statistic, later statements must take the parts instead of the whole, and which of them
should is not for a machine to guess.

## Known gaps

Learners that are not in the tables, and training loops that hand the network on to a function of another module, are not followed: nothing is known
to be fitted, so nothing is reported.
`,
  'fit-outside-cv': `# \`fit-outside-cv\`

Reports a statistic or a selection that was learned from all rows before a cross-validation cut them into folds.

## What it does

It looks at whatever scores folds of rows: \`cross_val_score\`, \`cross_validate\`, \`cross_val_predict\`, learning and validation curves,
\`xgb.cv\`, \`lgb.cv\` and \`catboost.cv\`, the \`fit\` of a search such as \`GridSearchCV\`, and loops over a splitter that fit and score a
model, or fit one that watches the fold. It reports when the features that they are given carry something that was learned from all of these rows: a scaler, an imputer, a
vocabulary, a projection, a selection of columns, an encoder that looks at the target, or the same by hand. Rows that were copied or
synthesised before a search are reported too; before other cross-validations they are the matter of \`resample-before-split\`.

How loud it is follows from what was learned. Selections and encoders that looked at the target, means of the target group by group, and copies, are errors;
scaling, imputation, vocabularies, projections and columns that repeat others are information (projections a warning where it is known
that there is a column for every ten rows or more), and so are columns of which each is held against a number
that is written in the program by its own correlation with the target: most rows choose alike. Where a part that had no share in any of it is
measured in the end, only the choice between models is biased: everything is one level lower, and scaling is left alone. Shifting and
stretching columns before nothing but least squares, Gaussian naive Bayes or discriminant analysis is a hint, given once in a file: they make up for it.

Left alone, too: how many members a group has; members of the Pipeline that is cross-validated, which are fitted anew in each fold; what is learned inside the
loop from the fold's training rows; encoders that only list categories; scaling before trees that get the columns as they were scaled; a search over scaled rows of which nobody asks for \`best_score_\` or \`cv_results_\`;
and columns that the program asks for by their own names after others were left out for a statistic: the choice is not theirs.
Columns that repeat another one and are left out for it are a selection that did not look at the target.

## Why it is bad

Each fold is scored by a model whose features were made with the help of the fold's own rows. Keeping the 20 best of 2,000 columns of
pure noise on all of 200 rows gave an AUC of 0.87 where 0.5 is right. Scaling moved the score by at most 0.002, and principal components by at most 0.006.

## Examples

\`\`\`python
from sklearn.datasets import load_diabetes
from sklearn.feature_selection import SelectFromModel
from sklearn.linear_model import LassoCV, Ridge
from sklearn.model_selection import cross_val_score

X, y = load_diabetes(return_X_y=True)
X_sel = SelectFromModel(LassoCV()).fit_transform(X, y)  # ← reported
scores = cross_val_score(Ridge(), X_sel, y, cv=5)
print(scores.mean())
\`\`\`

In a loop over folds, with a projection and a scaler that saw every row:

\`\`\`python
import numpy as np
import pandas as pd
from sklearn.decomposition import PCA
from sklearn.metrics import f1_score
from sklearn.model_selection import StratifiedKFold
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVC

genes = pd.read_csv("genes.csv", index_col=0)
y = genes.pop("tumour").values
X = PCA(n_components=20).fit_transform(StandardScaler().fit_transform(genes))  # ← reported
scores = []
for fold, (train, test) in enumerate(StratifiedKFold(5, shuffle=True, random_state=1).split(X, y)):
    model = SVC().fit(X[train], y[train])
    scores.append(f1_score(y[test], model.predict(X[test])))
    print(fold, scores[-1])
print(np.mean(scores))
\`\`\`

Several models over the same prepared rows are one finding:

\`\`\`python
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import cross_validate
from sklearn.naive_bayes import MultinomialNB


def features(texts):
    return TfidfVectorizer(sublinear_tf=True, min_df=5).fit_transform(texts)  # ← reported


complaints = pd.read_csv("complaints.csv")
X = features(complaints["narrative"])
models = [RandomForestClassifier(), MultinomialNB(), LogisticRegression()]
for model in models:
    result = cross_validate(model, X, complaints["product"], scoring="accuracy", cv=5)
    print(type(model).__name__, result["test_score"].mean())
\`\`\`

A notebook that scales first; mild, but the folds are not what they seem:

\`\`\`python
# %% [1]
import pandas as pd
from sklearn.preprocessing import MinMaxScaler
from sklearn.model_selection import cross_val_score
from sklearn.neighbors import KNeighborsRegressor
houses = pd.read_csv('houses.csv')
# %% [2]
houses['area'] = houses['area'].fillna(houses['area'].mean())  # ← reported
y = houses.pop('price')
X = MinMaxScaler().fit_transform(houses)
# %% [3]
cross_val_score(KNeighborsRegressor(), X, y, scoring='neg_mean_absolute_error').mean()
\`\`\`

Copies made before a search, although the test part is untouched: the parameters are chosen by how well copies are remembered.

\`\`\`python
import pandas as pd
from imblearn.over_sampling import SMOTE
from sklearn.metrics import classification_report
from sklearn.model_selection import GridSearchCV, train_test_split
from sklearn.tree import DecisionTreeClassifier

df = pd.read_csv("fraud.csv")
X_train, X_test, y_train, y_test = train_test_split(df.drop(columns="fraud"), df["fraud"], stratify=df["fraud"])
X_more, y_more = SMOTE(random_state=0).fit_resample(X_train, y_train)  # ← reported
search = GridSearchCV(DecisionTreeClassifier(), {"max_depth": [2, 4, 8, None]}, scoring="f1")
search.fit(X_more, y_more)
print(classification_report(y_test, search.predict(X_test)))
\`\`\`

Boosting has a cross-validation of its own:

\`\`\`python
import pandas as pd
import xgboost as xgb
from sklearn.feature_selection import SelectKBest, f_regression

ads = pd.read_csv("ads.csv")
clicks = ads.pop("clicks")
best = SelectKBest(f_regression, k=30).fit(ads, clicks)  # ← reported
data = xgb.DMatrix(best.transform(ads), label=clicks)
result = xgb.cv({"eta": 0.1, "max_depth": 4}, data, num_boost_round=300, nfold=5)
print(result["test-rmse-mean"].min())
\`\`\`

## What to write instead

Give the cross-validation all that learns:

\`\`\`python
from sklearn.datasets import load_diabetes
from sklearn.feature_selection import SelectFromModel
from sklearn.linear_model import LassoCV, Ridge
from sklearn.model_selection import cross_val_score
from sklearn.pipeline import make_pipeline

X, y = load_diabetes(return_X_y=True)
model = make_pipeline(SelectFromModel(LassoCV()), Ridge())
print(cross_val_score(model, X, y, cv=5).mean())
\`\`\`

Or learn it inside the loop, from the fold's training rows:

\`\`\`python
import pandas as pd
from sklearn.decomposition import PCA
from sklearn.model_selection import KFold
from sklearn.svm import SVC

genes = pd.read_csv("genes.csv")
y = genes.pop("tumour")
scores = []
for train, test in KFold(5, shuffle=True, random_state=0).split(genes):
    pca = PCA(20)
    X_train = pca.fit_transform(genes.iloc[train])
    model = SVC().fit(X_train, y.iloc[train])
    scores.append(model.score(pca.transform(genes.iloc[test]), y.iloc[test]))
print(sum(scores) / len(scores))
\`\`\`

Encoders that list categories, and arithmetic on each row, learn nothing that a fold could profit from:

\`\`\`python
import numpy as np
import pandas as pd
from sklearn.ensemble import RandomForestRegressor
from sklearn.model_selection import cross_val_score
from sklearn.preprocessing import OrdinalEncoder

cars = pd.read_csv("cars.csv")
y = np.log1p(cars.pop("price"))
cars[["make", "fuel"]] = OrdinalEncoder().fit_transform(cars[["make", "fuel"]])
cars["age"] = 2024 - cars["year"]
print(cross_val_score(RandomForestRegressor(), pd.get_dummies(cars), y, cv=5).mean())
\`\`\`

Scaling the training part before a search biases only the choice, and hardly, when the test part is scored in the end:

\`\`\`python
import pandas as pd
from sklearn.model_selection import GridSearchCV, cross_val_score, train_test_split
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVC

df = pd.read_csv("wine.csv")
X_train, X_test, y_train, y_test = train_test_split(df.drop(columns="kind"), df["kind"], random_state=3)
scaler = StandardScaler().fit(X_train)
print(cross_val_score(SVC(), scaler.transform(X_train), y_train).mean())
search = GridSearchCV(SVC(), {"C": [0.1, 1, 10]}).fit(scaler.transform(X_train), y_train)
print(search.best_score_, search.score(scaler.transform(X_test), y_test))
\`\`\`

A search over scaled rows that is only there to find parameters for the model that goes into use:

\`\`\`python
import joblib
import pandas as pd
from sklearn.linear_model import Lasso
from sklearn.model_selection import GridSearchCV
from sklearn.preprocessing import RobustScaler


def train(path):
    sales = pd.read_csv(path)
    y = sales.pop("units")
    scaler = RobustScaler()
    X = scaler.fit_transform(sales)
    search = GridSearchCV(Lasso(), {"alpha": [0.01, 0.1, 1.0]})
    search.fit(X, y)
    joblib.dump((scaler, search.best_estimator_), "model.joblib")


train("sales.csv")
\`\`\`

Where a part of the same rows is split off afterwards, and scored, the rule for that split says it once:

\`\`\`python
import pandas as pd
from sklearn.decomposition import TruncatedSVD
from sklearn.linear_model import RidgeClassifier
from sklearn.model_selection import cross_val_score, train_test_split

df = pd.read_csv("survey.csv")
y = df.pop("answer")
X = TruncatedSVD(10).fit_transform(df)  # ← reported
print(cross_val_score(RidgeClassifier(), X, y).mean())
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)
print(RidgeClassifier().fit(X_train, y_train).score(X_test, y_test))
\`\`\`

A target in other units is an answer, not a feature:

\`\`\`python
import pandas as pd
from sklearn.ensemble import GradientBoostingRegressor
from sklearn.model_selection import cross_val_score

flats = pd.read_csv("flats.csv")
flats["rent"] = flats["rent"].fillna(flats["rent"].median())
X, y = flats.drop(columns="rent"), flats["rent"]
print(cross_val_score(GradientBoostingRegressor(), flats.iloc[:, :-1], y, cv=10).mean())
\`\`\`

Trees do not see how a column is scaled:

\`\`\`python
import pandas as pd
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.model_selection import cross_val_score
from sklearn.preprocessing import MinMaxScaler

visits = pd.read_csv("visits.csv")
X = MinMaxScaler().fit_transform(visits.drop(columns="bought"))
print(cross_val_score(GradientBoostingClassifier(), X, visits["bought"], cv=10).mean())
\`\`\`

## Fix

Where one transformer prepared the rows for one cross-validation and nothing else reads them, the transformer moves into a
Pipeline with the model. It is a suggestion: the score changes, which is the point, and a DataFrame then reaches the transformer fold by
fold. A search has no fix: its grid would have to name the steps of the Pipeline. Nor have loops.

\`\`\`python
from sklearn.datasets import load_wine
from sklearn.feature_selection import SelectKBest
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import cross_val_score

X, y = load_wine(return_X_y=True)
X_best = SelectKBest(k=4).fit_transform(X, y)  # ← reported
print(cross_val_score(LogisticRegression(max_iter=5000), X_best, y, cv=5).mean())
\`\`\`

\`\`\`python
from sklearn.pipeline import make_pipeline
from sklearn.datasets import load_wine
from sklearn.feature_selection import SelectKBest
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import cross_val_score

X, y = load_wine(return_X_y=True)
print(cross_val_score(make_pipeline(SelectKBest(k=4), LogisticRegression(max_iter=5000)), X, y, cv=5).mean())
\`\`\`

## Known gaps

What a function of the program does with a part of the features that it was handed as a list of names is followed; what a library that
is not known does is not. Folds that are cut by hand from shuffled positions are a split like any other: the rules for splits report them.
`,
  'refit-on-test': `# \`refit-on-test\`

Reports a transformer that is fitted again on the rows that a model is only to predict.

## What it does

It reports when the features that a model was fitted on were prepared by what the training rows taught, and the features that it
predicts were prepared, in the same way, by what the held-out rows taught: \`scaler.fit_transform(X_test)\`, a second encoder or
vectoriser fitted on the test part, \`(X_test - X_test.mean()) / X_test.std()\`. Another part of one
split, another file than the model was fitted on, and new cases that are written in the program, as \`[[30, 87000]]\`, all count as
held out.

It leaves alone transformers that are fitted once more in every fold, tables brought to the same columns by \`reindex\` or \`align\`,
two data sets with a model each, a preparation of which only one result is used, and images divided by the largest pixel of each
part, which is 255 in all of them. \`pd.get_dummies\` of each part gives the same columns, or others, which the model refuses: no number
comes of them. One-hot encoding anew is reported as information, for the same reason, and not at all where the training part has
coded the categories before. Codes that are learned again are a warning, since they differ only where the values do, and information where a column is coded by its name: such a column has few values most often, and both parts have all of them. Columns that are prepared in one way for one model are one finding. What is given instead of learned, as by
\`CountVectorizer(vocabulary=…)\` or \`OrdinalEncoder(categories=…)\`, cannot differ.

## Why it is bad

The model learned what the training codes mean. After a second fit the same raw value is another number (scalers, imputers), or
the same column means another category or word (encoders, vocabularies): the score is of a mixture that nobody will ever use, too
low or too high by chance. Where the test part is one row, as in production, the second fit is plainly impossible.

## Examples

\`\`\`python
from sklearn.preprocessing import OrdinalEncoder
from sklearn.tree import DecisionTreeClassifier
import pandas as pd

train = pd.read_csv("train.csv")
test = pd.read_csv("test.csv")
enc = OrdinalEncoder()
train["job"] = enc.fit_transform(train[["job"]])
test["job"] = enc.fit_transform(test[["job"]])  # ← reported
model = DecisionTreeClassifier().fit(train[["job", "age"]], train["hired"])
print(model.predict(test[["job", "age"]]))
\`\`\`

A second vectoriser:

\`\`\`python
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.metrics import accuracy_score
from sklearn.model_selection import train_test_split
from sklearn.naive_bayes import MultinomialNB
import pandas as pd

mails = pd.read_csv("mails.csv")
train, test = train_test_split(mails, random_state=0)
X_train = CountVectorizer(max_features=1000).fit_transform(train["text"])
X_test = CountVectorizer(max_features=1000).fit_transform(test["text"])  # ← reported
model = MultinomialNB().fit(X_train, train["spam"])
print(accuracy_score(test["spam"], model.predict(X_test)))
\`\`\`

By hand, each part with its own mean:

\`\`\`python
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split

df = pd.read_csv("soil.csv")
X_train, X_test, y_train, y_test = train_test_split(df.drop(columns="ph"), df["ph"])
X_train = X_train.fillna(X_train.mean())
X_test = X_test.fillna(X_test.mean())  # ← reported
print(Ridge().fit(X_train, y_train).score(X_test, y_test))
\`\`\`

A helper that fits whatever it is given, called for both parts:

\`\`\`python
import pandas as pd
from sklearn.decomposition import PCA
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split


def features(part):
    pca = PCA(n_components=8)
    return pca.fit_transform(part.drop(columns="kind"))


df = pd.read_csv("spectra.csv")
train, test = train_test_split(df)
X_train = features(train)
X_test = features(test)  # ← reported
model = LogisticRegression().fit(X_train, train["kind"])
print(model.score(X_test, test["kind"]))
\`\`\`

In a class:

\`\`\`python
from sklearn.datasets import load_wine
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVC


class Wines:
    def __init__(self):
        self.scaler = StandardScaler()
        self.model = SVC()

    def train(self, X, y):
        self.model.fit(self.scaler.fit_transform(X), y)

    def evaluate(self, X, y):
        return self.model.score(self.scaler.fit_transform(X), y)  # ← reported


X, y = load_wine(return_X_y=True)
X_train, X_test, y_train, y_test = train_test_split(X, y)
wines = Wines()
wines.train(X_train, y_train)
print(wines.evaluate(X_test, y_test))
\`\`\`

In a notebook:

\`\`\`python
# %% [3]
import pandas as pd
from sklearn.preprocessing import MinMaxScaler
train, test = pd.read_csv('train.csv'), pd.read_csv('test.csv')
scaler = MinMaxScaler()
train[['rooms', 'age']] = scaler.fit_transform(train[['rooms', 'age']])
test[['rooms', 'age']] = scaler.fit_transform(test[['rooms', 'age']])  # ← reported
# %% [4]
from sklearn.neighbors import KNeighborsRegressor
nearest = KNeighborsRegressor().fit(train.drop('price', axis=1), train['price'])
nearest.predict(test)
\`\`\`

## What to write instead

Fit on the training part; apply to the other. An encoder must be told what to do with values that it has not met:

\`\`\`python
from sklearn.preprocessing import OrdinalEncoder
from sklearn.tree import DecisionTreeClassifier
import pandas as pd

train = pd.read_csv("train.csv")
test = pd.read_csv("test.csv")
enc = OrdinalEncoder(handle_unknown="use_encoded_value", unknown_value=-1)
train["job"] = enc.fit_transform(train[["job"]])
test["job"] = enc.transform(test[["job"]])
model = DecisionTreeClassifier().fit(train[["job", "age"]], train["hired"])
print(model.predict(test[["job", "age"]]))
\`\`\`

Dummies are the same once they have the same columns:

\`\`\`python
import pandas as pd
from sklearn.linear_model import LinearRegression

train = pd.read_csv("train.csv")
test = pd.read_csv("test.csv")
X = pd.get_dummies(train.drop(columns="price"))
X_test = pd.get_dummies(test).reindex(columns=X.columns, fill_value=0)
X_other, X_same = pd.get_dummies(train.drop(columns="price")).align(pd.get_dummies(test), join="left", axis=1, fill_value=0)
model = LinearRegression().fit(X, train["price"])
print(model.predict(X_test), LinearRegression().fit(X_other, train["price"]).predict(X_same))
\`\`\`

Every fold fits anew, on its own training rows:

\`\`\`python
from sklearn.datasets import load_wine
from sklearn.model_selection import KFold
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVC

X, y = load_wine(return_X_y=True)
scaler = StandardScaler()
for train, test in KFold(5, shuffle=True).split(X):
    X_train = scaler.fit_transform(X[train])
    X_test = scaler.transform(X[test])
    print(SVC().fit(X_train, y[train]).score(X_test, y[test]))
\`\`\`

A vocabulary that is given, and gaps that each part fills from its own neighbours:

\`\`\`python
import pandas as pd
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.model_selection import train_test_split
from sklearn.naive_bayes import MultinomialNB

mails = pd.read_csv("mails.csv")
train, test = train_test_split(mails)
train, test = train.interpolate(), test.interpolate()
vectoriser = CountVectorizer()
X_train = vectoriser.fit_transform(train["text"])
X_test = CountVectorizer(vocabulary=vectoriser.vocabulary_).fit_transform(test["text"])
model = MultinomialNB().fit(X_train, train["spam"])
print(model.score(X_test, test["spam"]))
\`\`\`

Two data sets, a model each:

\`\`\`python
import pandas as pd
from sklearn.linear_model import LinearRegression
from sklearn.preprocessing import StandardScaler

scaler = StandardScaler()
for region in ["north", "south"]:
    df = pd.read_csv(f"{region}.csv")
    X = scaler.fit_transform(df[["rain", "sun"]])
    model = LinearRegression().fit(X, df["yield"])
    print(region, model.predict(X))
\`\`\`

Only one of the two is used:

\`\`\`python
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

df = pd.read_csv("clients.csv")
X_train, X_test, y_train, y_test = train_test_split(df.drop(columns="left"), df["left"])
scaler = StandardScaler()
X_train_scaled = scaler.fit_transform(X_train)
X_test_scaled = scaler.transform(X_test)
drift = StandardScaler().fit_transform(X_test)
print(drift.min(), drift.max())
model = LogisticRegression().fit(X_train_scaled, y_train)
print(model.score(X_test_scaled, y_test))
\`\`\`

A target in a unit of its own, and a trained helper that is passed along:

\`\`\`python
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.metrics import mean_absolute_error
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler


def prepare(part, scaler, fit=False):
    if fit:
        scaler.fit(part)
    return scaler.transform(part)


df = pd.read_csv("soil.csv")
train, test = train_test_split(df)
scaler = StandardScaler()
X_train = prepare(train[["sand", "clay"]], scaler, fit=True)
X_test = prepare(test[["sand", "clay"]], scaler)
y_train = StandardScaler().fit_transform(train[["ph"]])
y_test = StandardScaler().fit_transform(test[["ph"]])
model = Ridge().fit(X_train, y_train)
print(mean_absolute_error(y_test, model.predict(X_test)))
\`\`\`

Dummies that are picked by their names mean the same in both:

\`\`\`python
import pandas as pd
from sklearn.ensemble import RandomForestClassifier

train, test = pd.read_csv("train.csv"), pd.read_csv("test.csv")
decks = [f"deck_{letter}" for letter in "ABCDE"]
train = pd.concat([train, pd.get_dummies(train["deck"], prefix="deck")[decks]], axis=1).drop(columns="deck")
test = pd.concat([test, pd.get_dummies(test["deck"], prefix="deck")[decks]], axis=1).drop(columns="deck")
forest = RandomForestClassifier().fit(train.drop(columns="survived"), train["survived"])
print(forest.predict(test))
\`\`\`

Dummies by the names that the model itself keeps, of which none may be missing:

\`\`\`python
import pandas as pd
from sklearn.ensemble import RandomForestRegressor

train, test = pd.read_csv("train.csv"), pd.read_csv("test.csv")
rent = train.pop("rent")
train, test = pd.get_dummies(train), pd.get_dummies(test)
forest = RandomForestRegressor(n_estimators=300).fit(train, rent)
test["rent"] = forest.predict(test[forest.feature_names_in_])
test.to_csv("rents.csv")
\`\`\`

Two columns, each of which has gaps in one of the parts only:

\`\`\`python
import pandas as pd
from sklearn.ensemble import RandomForestClassifier

train, test = pd.read_csv("train.csv"), pd.read_csv("test.csv")
train["age"] = train["age"].fillna(train["age"].median())
test["fare"] = test["fare"].fillna(test["fare"].median())
model = RandomForestClassifier().fit(train[["age", "fare"]], train["survived"])
test["survived"] = model.predict(test[["age", "fare"]])
\`\`\`

Dummies of the two parts of one split, which the model refuses if they do not agree:

\`\`\`python
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

bikes = pd.read_csv("bikes.csv")
train, test = train_test_split(bikes, random_state=1)
X_train = pd.get_dummies(train[["brand", "gears"]])
X_test = pd.get_dummies(test[["brand", "gears"]])
model = LogisticRegression().fit(X_train, train["stolen"])
print(model.score(X_test, test["stolen"]))
\`\`\`

## Fix

\`fit_transform\` becomes \`transform\`, when it is called on the very object that was fitted on the training part, and a target beside
the rows goes, which \`transform\` does not take; with further arguments there is no fix. For scalers and imputers of numbers that is
safe: it changes what is wrong and nothing else. An encoder, a vocabulary or a projection, alone or as one member of a pipeline or
column transformer, may meet values that it does not know, so there it is only suggested.

\`\`\`python
from sklearn.datasets import load_breast_cancer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

X, y = load_breast_cancer(return_X_y=True)
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)
scaler = StandardScaler()
X_train = scaler.fit_transform(X_train)
X_test = scaler.fit_transform(X_test)  # ← reported
model = LogisticRegression().fit(X_train, y_train)
print(model.score(X_test, y_test))
\`\`\`

\`\`\`python
from sklearn.datasets import load_breast_cancer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

X, y = load_breast_cancer(return_X_y=True)
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)
scaler = StandardScaler()
X_train = scaler.fit_transform(X_train)
X_test = scaler.transform(X_test)
model = LogisticRegression().fit(X_train, y_train)
print(model.score(X_test, y_test))
\`\`\`

\`\`\`python
from sklearn.datasets import load_breast_cancer
from sklearn.feature_selection import SelectKBest
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

X, y = load_breast_cancer(return_X_y=True)
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)
select = SelectKBest(k=5)
X_train = select.fit_transform(X_train, y_train)
X_test = select.fit_transform(X_test, y_test)  # ← reported
print(LogisticRegression().fit(X_train, y_train).score(X_test, y_test))
\`\`\`

\`\`\`python
from sklearn.datasets import load_breast_cancer
from sklearn.feature_selection import SelectKBest
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

X, y = load_breast_cancer(return_X_y=True)
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)
select = SelectKBest(k=5)
X_train = select.fit_transform(X_train, y_train)
X_test = select.transform(X_test)
print(LogisticRegression().fit(X_train, y_train).score(X_test, y_test))
\`\`\`

## Known gaps

A target that is encoded anew for the test part is not reported, though its codes may mean other classes there:

\`\`\`python
import pandas as pd
from sklearn.metrics import accuracy_score
from sklearn.preprocessing import LabelEncoder
from sklearn.tree import DecisionTreeClassifier

train, test = pd.read_csv("train.csv"), pd.read_csv("test.csv")
y_train = LabelEncoder().fit_transform(train["kind"])
y_test = LabelEncoder().fit_transform(test["kind"])  # ← not reported, though it should be
model = DecisionTreeClassifier().fit(train[["a", "b"]], y_train)
print(accuracy_score(y_test, model.predict(test[["a", "b"]])))
\`\`\`
`,
  'train-test-overlap': `# \`train-test-overlap\`

Reports a score on held-out rows that the model was fitted on as well.

## What it does

It reports a fit on everything (\`model.fit(X, y)\`), on training and test part put together again, or on everything after
over-sampling, when rows that a split held out are then scored with that model; and a table that is called a test table, but was
cut out of the rows of the fit or loaded from the same file, or is the training part of a library's data set (\`MNIST(root, train=True)\`)
once more. A search over all rows whose best model is scored on a part of them
is the same.

It leaves alone a fit on everything after the last score, a score on the training part, models that swap the two halves, models
that were given no answers, semi-supervised models, models that reconstruct their input, and predictions of rows without answers.

## Why it is bad

The model has seen the answers to the questions that it is asked. How much the score gains depends on how well the model remembers:
a nearest neighbour or a deep tree reaches a perfect score on rows that it knows, whatever the data.

## Examples

\`\`\`python
import pandas as pd
from sklearn.ensemble import RandomForestRegressor
from sklearn.metrics import r2_score
from sklearn.model_selection import train_test_split

df = pd.read_csv("houses.csv")
X, y = df[["area", "rooms"]], df["price"]
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)
model = RandomForestRegressor(random_state=0)
model.fit(X, y)  # ← reported
print(r2_score(y_test, model.predict(X_test)))
\`\`\`

The parts are put together again, in a helper:

\`\`\`python
import pandas as pd
from sklearn.metrics import f1_score
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsClassifier


def fitted(features, labels):
    knn = KNeighborsClassifier(n_neighbors=3)
    return knn.fit(features, labels)  # ← reported


df = pd.read_csv("mails.csv")
X_train, X_test, y_train, y_test = train_test_split(df[["length", "links"]], df["spam"], stratify=df["spam"])
knn = fitted(pd.concat([X_train, X_test]), pd.concat([y_train, y_test]))
print(f1_score(y_test, knn.predict(X_test)))
\`\`\`

A class that keeps the whole table beside its parts:

\`\`\`python
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score
from sklearn.model_selection import train_test_split


class Experiment:
    def __init__(self, table):
        self.table = table
        self.train, self.test = train_test_split(table, test_size=0.3)
        self.model = LogisticRegression()

    def fit(self):
        self.model.fit(self.table[["age", "dose"]], self.table["cured"])  # ← reported

    def score(self):
        return accuracy_score(self.test["cured"], self.model.predict(self.test[["age", "dose"]]))


experiment = Experiment(pd.read_csv("patients.csv"))
experiment.fit()
print(experiment.score())
\`\`\`

Over folds: the fold's test rows are scored, the model is fitted on all rows:

\`\`\`python
import pandas as pd
from sklearn.model_selection import KFold
from sklearn.tree import DecisionTreeRegressor

df = pd.read_csv("rents.csv")
X, y = df[["area"]].values, df["rent"].values
scores = []
for train, test in KFold(5, shuffle=True, random_state=0).split(X):
    tree = DecisionTreeRegressor().fit(X, y)  # ← reported
    scores.append(tree.score(X[test], y[test]))
print(sum(scores) / len(scores))
\`\`\`

The same file is loaded as training and as test table, in a notebook:

\`\`\`python
# %% [1]
import pandas as pd
from sklearn.linear_model import Ridge
train = pd.read_csv('data/sales.csv')
test = pd.read_csv('data/sales.csv')
# %% [2]
model = Ridge()
model.fit(train[['visits']], train['sales'])  # ← reported
# %% [3]
model.score(test[['visits']], test['sales'])
\`\`\`

The last rows are called the test part, and never taken out:

\`\`\`python
from sklearn.datasets import load_digits
from sklearn.svm import SVC

X, y = load_digits(return_X_y=True)
X_test, y_test = X[-300:], y[-300:]
svc = SVC(gamma=0.001)
svc.fit(X, y)  # ← reported
print("held out:", svc.score(X_test, y_test))
\`\`\`

## What to write instead

Fit on the training part; on everything, if at all, after the last score:

\`\`\`python
import joblib
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.metrics import r2_score
from sklearn.model_selection import train_test_split

df = pd.read_csv("houses.csv")
X, y = df[["area", "rooms"]], df["price"]
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)
model = Ridge()
model.fit(X_train, y_train)
print(r2_score(y_test, model.predict(X_test)))
model.fit(X, y)
joblib.dump(model, "model.joblib")
\`\`\`

A score on the training part beside the one on the test part shows how far the model overfits:

\`\`\`python
import pandas as pd
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.model_selection import train_test_split


def report(model, parts):
    for name, (X, y) in parts.items():
        print(name, model.score(X, y))


df = pd.read_csv("churn.csv")
X_train, X_test, y_train, y_test = train_test_split(df[["calls", "bill"]], df["left"])
model = GradientBoostingClassifier().fit(X_train, y_train)
report(model, {"train": (X_train, y_train), "test": (X_test, y_test)})
\`\`\`

Each half is scored by the model that was fitted on the other:

\`\`\`python
import pandas as pd
from sklearn.linear_model import LinearRegression
from sklearn.model_selection import train_test_split

df = pd.read_csv("tides.csv")
X_a, X_b, y_a, y_b = train_test_split(df[["moon"]], df["level"], test_size=0.5)
forward = LinearRegression().fit(X_a, y_a).score(X_b, y_b)
backward = LinearRegression().fit(X_b, y_b).score(X_a, y_a)
print((forward + backward) / 2)
\`\`\`

Training and validation part put together for the last fit, scored on a third part, in a notebook:

\`\`\`python
# %% [1]
import pandas as pd
from sklearn.linear_model import Lasso
from sklearn.model_selection import train_test_split
df = pd.read_csv('yields.csv')
rest, test = train_test_split(df, test_size=0.2, random_state=0)
train, valid = train_test_split(rest, test_size=0.25, random_state=0)
# %% [2]
Lasso(alpha=0.1).fit(train[['rain']], train['yield']).score(valid[['rain']], valid['yield'])
# %% [3]
both = pd.concat([train, valid])
Lasso(alpha=0.1).fit(both[['rain']], both['yield']).score(test[['rain']], test['yield'])
\`\`\`

A model that is given no answers cannot learn those of the test part:

\`\`\`python
import pandas as pd
from sklearn.ensemble import IsolationForest
from sklearn.metrics import recall_score
from sklearn.model_selection import train_test_split

df = pd.read_csv("machines.csv")
X, broken = df[["heat", "noise"]], df["broken"]
X_train, X_test, _, broken_test = train_test_split(X, broken)
forest = IsolationForest(random_state=0)
forest.fit(X)
print(recall_score(broken_test, forest.predict(X_test) == -1))
\`\`\`

Semi-supervised: all rows are given, the answers of the test part are hidden:

\`\`\`python
import pandas as pd
from sklearn.metrics import accuracy_score
from sklearn.model_selection import train_test_split
from sklearn.semi_supervised import LabelSpreading

df = pd.read_csv("texts.csv")
X, y = df[["a", "b"]], df["topic"]
X_train, X_test, y_train, y_test = train_test_split(X, y)
hidden = y.copy()
hidden[X_test.index] = -1
model = LabelSpreading().fit(X, hidden)
print(accuracy_score(y_test, model.predict(X_test)))
\`\`\`

A network that learns to give back its input:

\`\`\`python
import pandas as pd
from sklearn.metrics import mean_squared_error
from sklearn.model_selection import train_test_split
from sklearn.neural_network import MLPRegressor

X = pd.read_csv("sensors.csv").values
X_train, X_test = train_test_split(X)
encoder = MLPRegressor(hidden_layer_sizes=(8,)).fit(X, X)
print(mean_squared_error(X_test, encoder.predict(X_test)))
\`\`\`

A competition's test file has no answers, so nothing is measured on it:

\`\`\`python
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import cross_val_score

train, test = pd.read_csv("train.csv"), pd.read_csv("test.csv")
forest = RandomForestClassifier()
print(cross_val_score(forest, train[["age", "fare"]], train["survived"]).mean())
forest.fit(train[["age", "fare"]], train["survived"])
pd.DataFrame({"survived": forest.predict(test[["age", "fare"]])}).to_csv("submission.csv")
\`\`\`

## Fix

Where the split gave names to the parts of exactly what is passed to \`fit\`, the parts are passed instead. It is a suggestion: the
model becomes another one, and if it was meant to be fitted on everything, the fit belongs below the score.

\`\`\`python
from sklearn.datasets import load_wine
from sklearn.model_selection import train_test_split
from sklearn.tree import DecisionTreeClassifier

X, y = load_wine(return_X_y=True)
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)
tree = DecisionTreeClassifier(random_state=0)
tree.fit(X, y)  # ← reported
print(tree.score(X_test, y_test))
\`\`\`

\`\`\`python
from sklearn.datasets import load_wine
from sklearn.model_selection import train_test_split
from sklearn.tree import DecisionTreeClassifier

X, y = load_wine(return_X_y=True)
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)
tree = DecisionTreeClassifier(random_state=0)
tree.fit(X_train, y_train)
print(tree.score(X_test, y_test))
\`\`\`

## Known gaps

Rows are compared by where they come from, not by value: duplicates within a file are not seen. Test rows that are labelled by a
first model and added to the training rows are not followed, nor are data loaders built from the wrong dataset. Only a test table's
name tells a slice that is scored from any other, so one that is not called a test or validation part is left alone.
`,
  'target-in-features': `# \`target-in-features\`

Reports a model that is given the answer, or all that the answer is computed from, among its features.

## What it does

It follows which columns a table certainly holds: what was loaded, less what was dropped, popped, deleted or not selected, and what was
assigned since. It reports where the column that a model is to predict is still among the features that \`fit\` or a
cross-validation is given — by \`drop\`, by a list of names, by a comprehension over \`df.columns\`, by \`iloc\`, through scalers, splits,
helpers and pipelines — and where the answer was made, row by row, from columns that are all still there, as with a text label that was
kept beside its numbers.

A \`ColumnTransformer\` that passes over the column, \`pop\`, \`del\` and a later \`drop\` are understood. What cannot be told, such as columns of one
data type or positions in a file of unknown width, is never reported. Nor is a model that is to give its own input back, one with
several answers, or one whose answers are those of other rows.

## Why it is bad

The model reads the answer instead of predicting it. The score is near perfect whatever the other features are worth, and where the answer
is not known, which is where the model is needed, the column is not there.

## Examples

\`\`\`python
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split

df = pd.read_csv("houses.csv")
y = df["price"]
X = df.drop(columns=["id"])  # ← reported
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)
print(Ridge().fit(X_train, y_train).score(X_test, y_test))
\`\`\`

A comprehension that looks for a name in a list within a list, and so never finds it:

\`\`\`python
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import cross_val_score

hearts = pd.read_csv("hearts.csv")
features = [column for column in hearts.columns if column not in [["patient", "ward", "disease"]]]
X = hearts[features]  # ← reported
y = hearts.disease
for trees in (50, 200):
    scores = cross_val_score(RandomForestClassifier(n_estimators=trees, random_state=0), X, y)
    print(trees, scores.mean())
\`\`\`

A label in numbers was made of a label in words, and the words were kept:

\`\`\`python
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split


def load(path):
    table = pd.read_csv(path)
    table["left"] = table["Churn"].map({"Yes": 1, "No": 0})
    return table


def main():
    customers = load("customers.csv")
    y = customers["left"]
    X = pd.get_dummies(customers.drop(columns=["left", "customer"]))  # ← reported
    X_train, X_test, y_train, y_test = train_test_split(X, y, stratify=y, random_state=1)
    model = LogisticRegression(max_iter=1000)
    model.fit(X_train, y_train)
    print("accuracy", model.score(X_test, y_test))


main()
\`\`\`

In a notebook, by position: the last column is the answer, and the features go to the end.

\`\`\`python
# %% [1]
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler
data = pd.read_csv('diabetes.csv')
data.describe()
# %% [2]
X = data.iloc[:, 1:].values  # ← reported
y = data.iloc[:, -1].values
# %% [3]
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.25, random_state=0)
scaler = StandardScaler().fit(X_train)
# %% [4]
from sklearn.svm import SVC
model = SVC().fit(scaler.transform(X_train), y_train)
model.score(scaler.transform(X_test), y_test)
\`\`\`

In a class, where the whole table reaches the model by way of its attributes:

\`\`\`python
import pandas as pd
from sklearn.compose import ColumnTransformer
from sklearn.ensemble import GradientBoostingRegressor
from sklearn.metrics import mean_absolute_error
from sklearn.model_selection import train_test_split
from sklearn.pipeline import Pipeline
from sklearn.preprocessing import OneHotEncoder


class RentModel:
    def __init__(self, path):
        self.flats = pd.read_csv(path).dropna()
        encode = ColumnTransformer([("town", OneHotEncoder(handle_unknown="ignore"), ["town"])], remainder="passthrough")
        self.model = Pipeline([("encode", encode), ("model", GradientBoostingRegressor())])

    def run(self):
        train, test = train_test_split(self.flats, random_state=0)
        self.model.fit(train, train["rent"])  # ← reported
        return mean_absolute_error(test["rent"], self.model.predict(test))


print(RentModel("flats.csv").run())
\`\`\`

The answer is put back into the table that the model is given:

\`\`\`python
import numpy as np
import pandas as pd
from sklearn.linear_model import Lasso
from sklearn.model_selection import cross_val_score

train = pd.read_csv("train.csv")
test = pd.read_csv("test.csv")
everything = pd.concat([train.drop(["Id", "SalePrice"], axis=1), test.drop("Id", axis=1)])
X = everything[: len(train)].copy()
y = np.log1p(train["SalePrice"])
X["SalePrice"] = train["SalePrice"]  # ← reported
print(np.sqrt(-cross_val_score(Lasso(alpha=0.001), X, y, scoring="neg_mean_squared_error")).mean())
\`\`\`

## What to write instead

Leave the answer out, and whatever it was made from:

\`\`\`python
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split

df = pd.read_csv("houses.csv")
df["dear"] = (df["price"] > 500_000).astype(int)
y = df["dear"]
X = df.drop(columns=["id", "price", "dear"])
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)
print(Ridge().fit(X_train, y_train).score(X_test, y_test))
\`\`\`

All the ways to take it out are the same:

\`\`\`python
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import cross_val_score

titanic = pd.read_csv("titanic.csv")
model = RandomForestClassifier(random_state=0)
target = "Survived"

by_name = titanic[[c for c in titanic.columns if c != target and c != "Name"]]
print(cross_val_score(model, by_name, titanic[target]).mean())

names = titanic.columns.tolist()
names.remove(target)
print(cross_val_score(model, titanic[names], titanic[target]).mean())
print(cross_val_score(model, titanic[titanic.columns.difference([target])], titanic[target]).mean())
print(cross_val_score(model, titanic.loc[:, titanic.columns != target], titanic[target]).mean())

kept = []
for name in titanic:
    if name in (target, "Name"):
        continue
    kept.append(name)
print(cross_val_score(model, titanic[kept], titanic[target]).mean())

y = titanic.pop(target)
print(cross_val_score(model, titanic, y).mean())
\`\`\`

A transformer of columns takes what it is told to take, and the rest stays behind:

\`\`\`python
import pandas as pd
from sklearn.compose import make_column_transformer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import cross_val_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler

titanic = pd.read_csv("titanic.csv")
prepare = make_column_transformer((StandardScaler(), ["Age", "Fare"]), (OneHotEncoder(), ["Sex"]))
model = make_pipeline(prepare, LogisticRegression())
print(cross_val_score(model, titanic, titanic["Survived"]).mean())
\`\`\`

The whole table is split, and the answer taken out of the parts:

\`\`\`python
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split


def features(part):
    return part.drop(columns=["price", "id"])


df = pd.read_csv("houses.csv")
train, test, y_train, y_test = train_test_split(df, df["price"], random_state=0)
model = Ridge().fit(features(train), y_train)
print(model.score(features(test), y_test))
\`\`\`

Which columns are numbers, and how many columns a file has, nobody can see here:

\`\`\`python
import pandas as pd
from sklearn.linear_model import LogisticRegression

df = pd.read_csv("survey.csv")
numbers = [name for name in df.columns if df[name].dtype != "object"]
print(LogisticRegression().fit(df[numbers], df["answer"]).coef_)
print(LogisticRegression().fit(df.select_dtypes("number"), df["answer"]).coef_)

flowers = pd.read_csv("flowers.csv")
print(LogisticRegression().fit(flowers.iloc[:, :-1], flowers.iloc[:, 4]).coef_)
\`\`\`

A model that gives its input back, and one with several answers, are meant to be so:

\`\`\`python
# %% [1]
import pandas as pd
from sklearn.neural_network import MLPRegressor
from sklearn.preprocessing import StandardScaler
sensors = pd.read_csv('sensors.csv')
# %% [2]
X = StandardScaler().fit_transform(sensors)
autoencoder = MLPRegressor(hidden_layer_sizes=(8, 2, 8)).fit(X, X)
# %% [3]
model = MLPRegressor().fit(sensors, sensors[['heat', 'load']])
\`\`\`

The answers are those of the next rows: what is known of this one may be used.

\`\`\`python
import pandas as pd
from sklearn.linear_model import Ridge

load = pd.read_csv("load.csv", parse_dates=["hour"])
X = load[["load", "temperature"]][:-1]
y = load["load"][1:]
cut = 5000
model = Ridge().fit(X[:cut], y[:cut])
print(model.score(X[cut:], y[cut:]))
\`\`\`

Data that a program makes up is made up from what it knows:

\`\`\`python
import numpy as np
import pandas as pd
from sklearn.linear_model import LinearRegression

line = pd.DataFrame({"x": np.linspace(0, 1, 50)})
line["y"] = 3 * line["x"] + 2
print(LinearRegression().fit(line[["x"]], line["y"]).coef_)
\`\`\`

What the answer is made of includes a value of the next row: \`future-value-in-feature\` speaks of that.

\`\`\`python
import pandas as pd
from sklearn.linear_model import LogisticRegression

prices = pd.read_csv("prices.csv")
prices["next"] = prices["close"].shift(-1)  # ← reported
prices["up"] = (prices["next"] > prices["close"]).astype(int)
model = LogisticRegression().fit(prices[["close", "next", "volume"]], prices["up"])
print(model.predict(prices[["close", "next", "volume"]].tail(1)))
\`\`\`

## Fix

Where the features are what a \`drop\` with written names leaves, the answer's name is added to these names: the model is no longer given the
column, and nothing else changes.

\`\`\`python
from sklearn.datasets import load_wine
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import train_test_split

wine = load_wine(as_frame=True).frame
y = wine["target"]
X = wine.drop(columns=["ash"])  # ← reported
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)
print(RandomForestClassifier().fit(X_train, y_train).score(X_test, y_test))
\`\`\`

\`\`\`python
from sklearn.datasets import load_wine
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import train_test_split

wine = load_wine(as_frame=True).frame
y = wine["target"]
X = wine.drop(columns=["ash", "target"])
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)
print(RandomForestClassifier().fit(X_train, y_train).score(X_test, y_test))
\`\`\`

Two parts that drop their columns apart from each other are mended together:

\`\`\`python
from sklearn.datasets import load_diabetes
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split

patients = load_diabetes(as_frame=True).frame
train, test = train_test_split(patients, random_state=0)
X_train = train.drop("sex", axis=1)  # ← reported
X_test = test.drop("sex", axis=1)
model = Ridge().fit(X_train, train["target"])
print(model.score(X_test, test["target"]))
\`\`\`

\`\`\`python
from sklearn.datasets import load_diabetes
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split

patients = load_diabetes(as_frame=True).frame
train, test = train_test_split(patients, random_state=0)
X_train = train.drop(["sex", "target"], axis=1)
X_test = test.drop(["sex", "target"], axis=1)
model = Ridge().fit(X_train, train["target"])
print(model.score(X_test, test["target"]))
\`\`\`

## Known gaps

A column from which the answers were made, and which was recoded in place since (\`df["left"] = df["left"].astype("category").cat.codes\`), is taken for
another one.

A label slice such as \`df.loc[:, "a":"z"]\` says nothing of what lies between, and models whose training is a loop of the program's own, as in
PyTorch, are not followed.

\`\`\`python
import pandas as pd
from sklearn.linear_model import LogisticRegression

df = pd.read_csv("wells.csv", names=["depth", "flow", "dry"])
X = df.loc[:, "depth":"dry"]  # ← not reported, though it should be
print(LogisticRegression().fit(X, df["dry"]).coef_)
\`\`\`
`,
  'feature-derived-from-target': `# \`feature-derived-from-target\`

Reports a feature that was computed, row by row, from the very answer that the model is to predict.

## What it does

It follows from which columns a column is computed: by arithmetic, \`np.log\`, \`np.where\`, \`pd.cut\`, \`map\`, \`apply\` with the program's own
functions, \`assign\`, \`df.loc[mask, name] = …\`. It reports a column that is among the features of a \`fit\` or a cross-validation and was
computed from the column of the answers, or from the one that the answers are a logarithm or a change of unit of.

Nothing else than the answer in it is an error; the answer mixed with other columns, as in a price per square metre, a warning. Values of
other rows (\`shift\`), columns that only stratify a split and are dropped again, and statistics over many rows are left alone: the last
are the matter of other rules.

## Why it is bad

The feature holds the answer. Together with the other columns the answer can often be computed exactly, so the score is far too good, and
where the model is needed the feature cannot be computed, because the answer is not known yet.

## Examples

\`\`\`python
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import cross_val_score

df = pd.read_csv("houses.csv")
df["per_sqm"] = df["price"] / df["area"]  # ← reported
X = df.drop(columns="price")
print(cross_val_score(Ridge(), X, df["price"]).mean())
\`\`\`

A band that was made to stratify the split stays among the features:

\`\`\`python
import pandas as pd
from sklearn.ensemble import RandomForestRegressor
from sklearn.metrics import mean_absolute_error
from sklearn.model_selection import train_test_split

houses = pd.read_csv("houses.csv")
houses["band"] = pd.cut(houses["price"], [0, 100, 200, 400, 10_000], labels=False)  # ← reported
train, test = train_test_split(houses, stratify=houses["band"], random_state=42)
X_train, X_test = train.drop("price", axis=1), test.drop("price", axis=1)
model = RandomForestRegressor(random_state=42).fit(X_train, train["price"])
print(mean_absolute_error(test["price"], model.predict(X_test)))
\`\`\`

Made by a function of the program, in a class:

\`\`\`python
import pandas as pd
from sklearn.linear_model import LinearRegression
from sklearn.model_selection import train_test_split


def level(fare):
    if fare < 10:
        return 0
    if fare < 30:
        return 1
    return 2


class Fares:
    def __init__(self, path):
        self.table = pd.read_csv(path)

    def add_features(self):
        self.table["level"] = self.table["fare"].apply(level)  # ← reported
        self.table["long"] = self.table.apply(lambda trip: trip["distance"] > 10, axis=1)

    def score(self):
        self.add_features()
        X, y = self.table.drop(columns=["fare"]), self.table["fare"]
        X_train, X_test, y_train, y_test = train_test_split(X, y)
        return LinearRegression().fit(X_train, y_train).score(X_test, y_test)


print(Fares("trips.csv").score())
\`\`\`

In a notebook, a logarithm that was tried and forgotten:

\`\`\`python
# %% [1]
import numpy as np
import pandas as pd
from sklearn.model_selection import train_test_split
cars = pd.read_csv('cars.csv')
# %% [2]
cars['log_price'] = np.log1p(cars['price'])  # ← reported
cars[['price', 'log_price']].hist()
# %% [3]
X = pd.get_dummies(cars.drop('price', axis=1))
y = cars['price']
X_train, X_test, y_train, y_test = train_test_split(X, y)
# %% [4]
from sklearn.ensemble import GradientBoostingRegressor
model = GradientBoostingRegressor().fit(X_train, y_train)
model.score(X_test, y_test)
\`\`\`

Several of them, in a loop over thresholds:

\`\`\`python
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import cross_val_score

loans = pd.read_csv("loans.csv")
for limit in (100, 500, 1000):
    loans[f"over_{limit}"] = (loans["loss"] > limit).astype(int)  # ← reported
X, y = loans.drop(columns=["loss"]), loans["loss"]
print(cross_val_score(Ridge(), X, y).mean())
\`\`\`

## What to write instead

Compute features from what is known beforehand:

\`\`\`python
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import cross_val_score

df = pd.read_csv("houses.csv")
df["age"] = df["sold_year"] - df["built_year"]
df["rooms_per_floor"] = df["rooms"] / df["floors"]
X = df.drop(columns="price")
print(cross_val_score(Ridge(), X, df["price"]).mean())
\`\`\`

A band that only stratifies is dropped before anything is learned:

\`\`\`python
import pandas as pd
from sklearn.ensemble import RandomForestRegressor
from sklearn.model_selection import train_test_split

houses = pd.read_csv("houses.csv")
houses["band"] = pd.cut(houses["price"], [0, 100, 200, 400, 10_000], labels=False)
train, test = train_test_split(houses, stratify=houses["band"], random_state=42)
for part in (train, test):
    part.drop("band", axis=1, inplace=True)
model = RandomForestRegressor().fit(train.drop("price", axis=1), train["price"])
print(model.score(test.drop("price", axis=1), test["price"]))
\`\`\`

The answer itself may be transformed, as long as its first form goes:

\`\`\`python
import numpy as np
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import cross_val_score

df = pd.read_csv("houses.csv")
df["log_price"] = np.log1p(df["price"])
X = df.drop(columns=["price", "log_price"])
print(cross_val_score(Ridge(), X, df["log_price"]).mean())
\`\`\`

Earlier answers are known when the next one is asked for:

\`\`\`python
import pandas as pd
from sklearn.linear_model import Ridge


def with_lags(table, column, lags):
    for lag in lags:
        table[f"{column}_{lag}"] = table[column].shift(lag)
    table["change"] = table[f"{column}_1"] - table[f"{column}_7"]
    return table.dropna()


sales = with_lags(pd.read_csv("sales.csv", parse_dates=["day"]), "sold", [1, 7, 14])
X, y = sales.drop(columns=["sold", "day"]), sales["sold"]
model = Ridge().fit(X[:-60], y[:-60])
print(model.score(X[-60:], y[-60:]))
\`\`\`

Weights, filters and gaps do not put the answer into the features:

\`\`\`python
# %% [1]
import numpy as np
import pandas as pd
from sklearn.linear_model import Ridge
houses = pd.read_csv('houses.csv')
# %% [2]
houses = houses[houses['price'] < 2_000_000]
houses['sold'] = houses['price'].notnull()
weights = np.where(houses['price'] > 500_000, 2, 1)
# %% [3]
X = houses.drop(columns=['price'])
Ridge().fit(X, houses['price'], sample_weight=weights)
\`\`\`

The answers are those of the next rows, so that this row's value may be used:

\`\`\`python
import numpy as np
import pandas as pd
from sklearn.linear_model import Ridge

load = pd.read_csv("load.csv", parse_dates=["hour"])
load["log_load"] = np.log1p(load["load"])
X = load[["log_load", "temperature"]][:-1]
y = load["load"][1:]
print(Ridge().fit(X, y).coef_)
\`\`\`

The answer under its own name, after its gaps were filled, is \`target-in-features\`:

\`\`\`python
import pandas as pd
from sklearn.linear_model import Ridge

df = pd.read_csv("houses.csv")
df["price"] = df["price"].fillna(0)
X = df.drop(columns=["id"])  # ← reported
print(Ridge().fit(X, df["price"]).coef_)
\`\`\`

## Fix

A suggestion, where the features are what a \`drop\` with written names leaves: the feature's name is added to these names. Whether it should
rather be computed from something else is not for a machine to guess.

\`\`\`python
from sklearn.datasets import load_diabetes
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split

patients = load_diabetes(as_frame=True).frame
patients["per_bmi"] = patients["target"] / (1 + patients["bmi"])  # ← reported
X = patients.drop(columns=["target"])
X_train, X_test, y_train, y_test = train_test_split(X, patients["target"], random_state=0)
print(Ridge().fit(X_train, y_train).score(X_test, y_test))
\`\`\`

\`\`\`python
from sklearn.datasets import load_diabetes
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split

patients = load_diabetes(as_frame=True).frame
patients["per_bmi"] = patients["target"] / (1 + patients["bmi"])
X = patients.drop(columns=["target", "per_bmi"])
X_train, X_test, y_train, y_test = train_test_split(X, patients["target"], random_state=0)
print(Ridge().fit(X_train, y_train).score(X_test, y_test))
\`\`\`

## Known gaps

A label that was made of a number by a threshold, and a feature that was made of the same number, are not set against each other:

\`\`\`python
import pandas as pd
from sklearn.linear_model import LogisticRegression

flights = pd.read_csv("flights.csv")
flights["late"] = (flights["delay"] > 15).astype(int)
flights["hours_late"] = flights["delay"] / 60  # ← not reported, though it should be
X = flights.drop(columns=["delay", "late"])
print(LogisticRegression().fit(X, flights["late"]).coef_)
\`\`\`
`,
  'outliers-dropped-before-split': `# \`outliers-dropped-before-split\`

Reports rows that were dropped for being unusual among all rows, before some of the rest were held out for a score, or among the held-out rows themselves.

## What it does

It follows statistics that say which rows are kept: quantiles and the distance between them, standard deviations, z-scores, \`IsolationForest\`,
\`LocalOutlierFactor\`, \`EllipticEnvelope\`, the noise of \`DBSCAN\`. It reports when rows were filtered by such a statistic — by a mask, \`between\`,
\`query\`, \`drop\` — that saw all of them, and what was left was split into a part that trained a model and a part that measured it, or cross-validated. The way may
lead through \`.all(axis=1)\`, \`np.where\`, a column of flags, a function or a loop over columns. It also reports rows of a held-out part that a statistic of that
part dropped, where what is left is scored, and neither the others nor all of them are.

Quantiles so far out that they drop at most one row in fifty, of a column that is not the answer's, are information: the number is hardly another.
Where it is fewer than one row in a hundred, nothing is said: most of these are broken rows.

Literal bounds, duplicates, gaps and rare categories are no such filters. Outliers of the training part alone may be dropped, a detector may be the
model itself, and a quantile that is the border between the two parts is a split. Nor is a share of the held-out rows that is scored by itself, as
the upper half.

## Why it is bad

The cases that are hard to predict are gone from the held-out part too, so the score is that of the easy ones. The model will meet the others. In our
measurements with a heavy-tailed target the reported error was about half of the honest one (RMSE 3.1 instead of 5.8).

## Examples

\`\`\`python
import numpy as np
import pandas as pd
from scipy import stats
from sklearn.linear_model import LinearRegression
from sklearn.model_selection import train_test_split

claims = pd.read_csv("claims.csv")
z = np.abs(stats.zscore(claims["amount"]))
claims = claims[z < 3]  # ← reported
train, test = train_test_split(claims, random_state=0)
model = LinearRegression().fit(train[["age", "km"]], train["amount"])
print(model.score(test[["age", "km"]], test["amount"]))
\`\`\`

By the distance between quartiles, in a function that is called for several columns:

\`\`\`python
import pandas as pd
from sklearn.ensemble import RandomForestRegressor
from sklearn.metrics import mean_absolute_error
from sklearn.model_selection import train_test_split


def without_outliers(table, name):
    q1, q3 = table[name].quantile(0.25), table[name].quantile(0.75)
    reach = 1.5 * (q3 - q1)
    return table[(table[name] >= q1 - reach) & (table[name] <= q3 + reach)]  # ← reported


def main():
    homes = pd.read_csv("homes.csv")
    for name in ["area", "price"]:
        homes = without_outliers(homes, name)
    X_train, X_test, y_train, y_test = train_test_split(homes[["area", "rooms"]], homes["price"])
    forest = RandomForestRegressor().fit(X_train, y_train)
    print(mean_absolute_error(y_test, forest.predict(X_test)))


main()
\`\`\`

With a detector, in a class:

\`\`\`python
import pandas as pd
from sklearn.ensemble import IsolationForest
from sklearn.model_selection import train_test_split
from sklearn.svm import SVR


class Power:
    def __init__(self, path):
        table = pd.read_csv(path)
        self.y = table.pop("power")
        self.X = table

    def clean(self):
        usual = IsolationForest(contamination=0.05).fit_predict(self.X) == 1
        self.X, self.y = self.X[usual], self.y[usual]  # ← reported

    def run(self):
        self.clean()
        X_train, X_test, y_train, y_test = train_test_split(self.X, self.y)
        return SVR().fit(X_train, y_train).score(X_test, y_test)


print(Power("turbine.csv").run())
\`\`\`

In a notebook, for all columns at once and dropped by their index:

\`\`\`python
# %% [1]
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
df = pd.read_csv('diabetes.csv')
# %% [2]
q1, q3 = df.quantile(0.25), df.quantile(0.75)
iqr = q3 - q1
outside = ((df < q1 - 1.5 * iqr) | (df > q3 + 1.5 * iqr)).any(axis=1)
outside.sum()
# %% [3]
df = df.drop(df[outside].index)  # ← reported
df.shape
# %% [4]
X_train, X_test, y_train, y_test = train_test_split(df.drop('Outcome', axis=1), df['Outcome'])
LogisticRegression().fit(X_train, y_train).score(X_test, y_test)
\`\`\`

In a loop that cuts the tails of each column:

\`\`\`python
import numpy as np
import pandas as pd
from sklearn.linear_model import Ridge

sales = pd.read_csv("sales.csv")
for name in ["price", "stock", "sold"]:
    low, high = np.percentile(sales[name], [1, 99])
    sales = sales[sales[name].between(low, high)]  # ← reported
n = int(len(sales) * 0.8)
train, test = sales[:n], sales[n:]
model = Ridge().fit(train[["price", "stock"]], train["sold"])
print(model.score(test[["price", "stock"]], test["sold"]))
\`\`\`

## What to write instead

Split first, drop from the training part only, and score every held-out row:

\`\`\`python
import pandas as pd
from sklearn.linear_model import LinearRegression
from sklearn.model_selection import train_test_split

claims = pd.read_csv("claims.csv")
train, test = train_test_split(claims, random_state=0)
low, high = train["amount"].quantile([0.01, 0.99])
train = train[train["amount"].between(low, high)]
model = LinearRegression().fit(train[["age", "km"]], train["amount"])
print(model.score(test[["age", "km"]], test["amount"]))
\`\`\`

What cannot be true may go everywhere: literal bounds, duplicates, rows without an answer:

\`\`\`python
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

people = pd.read_csv("people.csv").drop_duplicates()
people = people.dropna(subset=["ill"])
people = people[people["age"].between(0, 120) & (people["weight"] > 0)]
X_train, X_test, y_train, y_test = train_test_split(people[["age", "weight"]], people["ill"])
print(LogisticRegression().fit(X_train, y_train).score(X_test, y_test))
\`\`\`

Rare categories and old rows are a choice of cases, not of easy ones:

\`\`\`python
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

tickets = pd.read_csv("tickets.csv", parse_dates=["opened"])
common = tickets["queue"].value_counts().head(20).index
tickets = tickets[tickets["queue"].isin(common)]
tickets = tickets[tickets["opened"] > tickets["opened"].max() - pd.Timedelta(days=365)]
X_train, X_test, y_train, y_test = train_test_split(tickets[["length", "files"]], tickets["reopened"])
print(LogisticRegression().fit(X_train, y_train).score(X_test, y_test))
\`\`\`

A quantile as the border between the parts is a split:

\`\`\`python
import pandas as pd
from sklearn.ensemble import GradientBoostingRegressor

sales = pd.read_csv("sales.csv")
border = sales["day"].quantile(0.8)
train, test = sales[sales["day"] <= border], sales[sales["day"] > border]
model = GradientBoostingRegressor().fit(train[["price", "stock"]], train["sold"])
print(model.score(test[["price", "stock"]], test["sold"]))
\`\`\`

A detector that is itself what is measured:

\`\`\`python
import pandas as pd
from sklearn.ensemble import IsolationForest
from sklearn.metrics import f1_score
from sklearn.model_selection import train_test_split

payments = pd.read_csv("payments.csv")
X, fraud = payments.drop(columns="fraud"), payments["fraud"]
X_train, X_test, _, fraud_test = train_test_split(X, fraud, stratify=fraud)
detector = IsolationForest().fit(X_train)
print(f1_score(fraud_test, detector.predict(X_test) == -1))
\`\`\`

Dropped from the training part, of which a validation part is split off afterwards; the test part beside it is the one that counts:

\`\`\`python
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split

claims = pd.read_csv("claims.csv")
rest, test = train_test_split(claims, random_state=0)
rest = rest[rest["amount"] < rest["amount"].quantile(0.99)]
train, val = train_test_split(rest, random_state=0)
model = Ridge().fit(train[["age", "km"]], train["amount"])
print("validation", model.score(val[["age", "km"]], val["amount"]))
print("test", model.score(test[["age", "km"]], test["amount"]))
\`\`\`

Rows that are left out of a plot only:

\`\`\`python
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split

claims = pd.read_csv("claims.csv")
claims[claims["amount"] < claims["amount"].quantile(0.99)].hist()
X_train, X_test, y_train, y_test = train_test_split(claims[["age", "km"]], claims["amount"])
print(Ridge().fit(X_train, y_train).score(X_test, y_test))
\`\`\`

How far off the model is for the dearer half of the homes:

\`\`\`python
import pandas as pd
from sklearn.ensemble import RandomForestRegressor
from sklearn.metrics import mean_absolute_error
from sklearn.model_selection import train_test_split

homes = pd.read_csv("homes.csv")
train, test = train_test_split(homes, random_state=0)
model = RandomForestRegressor().fit(train[["area", "rooms"]], train["price"])
for share in (0.5, 0.75):
    dear = test[test["price"] > test["price"].quantile(share)]
    print(share, mean_absolute_error(dear["price"], model.predict(dear[["area", "rooms"]])))
\`\`\`

## Fix

Where the lines that compute the bounds and filter stand right above the split of the same table, the fix moves them below it and lets them look at
the training part. It is shown as a preview: the training part shrinks, and the scores will get worse, as they should.

\`\`\`python
from sklearn.datasets import load_diabetes
from sklearn.linear_model import LinearRegression
from sklearn.model_selection import train_test_split

table = load_diabetes(as_frame=True).frame
low, high = table["target"].quantile([0.02, 0.98])
table = table[table["target"].between(low, high)]  # ← reported
train, test = train_test_split(table, random_state=0)
model = LinearRegression().fit(train[["bmi", "bp"]], train["target"])
print(model.score(test[["bmi", "bp"]], test["target"]))
\`\`\`

\`\`\`python
from sklearn.datasets import load_diabetes
from sklearn.linear_model import LinearRegression
from sklearn.model_selection import train_test_split

table = load_diabetes(as_frame=True).frame
train, test = train_test_split(table, random_state=0)
low, high = train["target"].quantile([0.02, 0.98])
train = train[train["target"].between(low, high)]
model = LinearRegression().fit(train[["bmi", "bp"]], train["target"])
print(model.score(test[["bmi", "bp"]], test["target"]))
\`\`\`

## Known gaps

Bounds that are written into a condition's text by name are not seen:

\`\`\`python
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split

claims = pd.read_csv("claims.csv")
high = claims["amount"].quantile(0.99)
claims = claims.query("amount < @high")  # ← not reported, though it should be
train, test = train_test_split(claims)
model = Ridge().fit(train[["age", "km"]], train["amount"])
print(model.score(test[["age", "km"]], test["amount"]))
\`\`\`

So are bounds of the training part by which rows of the test part are dropped.
`,
  'in-sample-stacking': `# \`in-sample-stacking\`

Reports a model that learns from another model's predictions of the rows that this other model was fitted on.

## What it does

It follows predictions into features: \`Z = forest.predict_proba(X_train)\` that a second model is fitted on, predictions that become a
column of the training table, predictions of several models that are stacked side by side. It reports when every row that was predicted,
and every row that the second model learns from, is a row that the first model was fitted on, and the first model is one that can
remember rows: trees, forests, boosting, neighbours, kernels, networks.

It leaves alone predictions out of fold (\`cross_val_predict\`, \`StackingClassifier\`, a loop that fills an array), predictions of rows that were
kept apart for the second model, models that are fitted on what another one left over, linear models, which is how regression in
two stages is done, and whatever learns without answers, such as detectors of outliers.

## Why it is bad

A flexible model knows the answers of the rows that it was fitted on: a forest is right on almost all of them. The second model
learns to trust it accordingly, and finds that trust misplaced on new rows. The held-out score is rarely inflated by it (+0.001 in
our measurement): it is the score of a combination that is worse than it need be.

## Examples

\`\`\`python
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

df = pd.read_csv("churn.csv")
X_train, X_test, y_train, y_test = train_test_split(df.drop(columns="left"), df["left"])
forest = RandomForestClassifier().fit(X_train, y_train)
meta = LogisticRegression().fit(forest.predict_proba(X_train), y_train)  # ← reported
print(meta.score(forest.predict_proba(X_test), y_test))
\`\`\`

Two models side by side, in a function:

\`\`\`python
import numpy as np
import pandas as pd
from sklearn.ensemble import GradientBoostingRegressor
from sklearn.linear_model import Ridge
from sklearn.metrics import mean_absolute_error
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsRegressor


def blend(X_train, X_test, y_train):
    first = KNeighborsRegressor(3).fit(X_train, y_train)
    second = GradientBoostingRegressor().fit(X_train, y_train)
    train = np.column_stack([first.predict(X_train), second.predict(X_train)])  # ← reported
    test = np.column_stack([first.predict(X_test), second.predict(X_test)])
    return Ridge().fit(train, y_train).predict(test)


flats = pd.read_csv("flats.csv")
X_train, X_test, y_train, y_test = train_test_split(flats.drop(columns="rent"), flats["rent"])
print(mean_absolute_error(y_test, blend(X_train, X_test, y_train)))
\`\`\`

A prediction that becomes a column, in a notebook:

\`\`\`python
# %% [1]
import pandas as pd
from lightgbm import LGBMClassifier
from sklearn.tree import DecisionTreeClassifier
train, test = pd.read_csv('train.csv'), pd.read_csv('test.csv')
columns = ['age', 'fare', 'sex']
# %% [2]
tree = DecisionTreeClassifier()
tree.fit(train[columns], train['survived'])
train['guess'] = tree.predict(train[columns])  # ← reported
test['guess'] = tree.predict(test[columns])
# %% [3]
model = LGBMClassifier().fit(train[columns + ['guess']], train['survived'])
test['survived'] = model.predict(test[columns + ['guess']])
test.to_csv('submission.csv')
\`\`\`

In a class that stacks by itself:

\`\`\`python
import numpy as np
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.svm import SVC
from xgboost import XGBClassifier


class Stack:
    def __init__(self):
        self.base = [SVC(probability=True), XGBClassifier()]
        self.meta = LogisticRegression()

    def features(self, X):
        columns = []
        for model in self.base:
            columns.append(model.predict_proba(X)[:, 1])  # ← reported
        return np.column_stack(columns)

    def fit(self, X, y):
        for model in self.base:
            model.fit(X, y)
        self.meta.fit(self.features(X), y)

    def score(self, X, y):
        return self.meta.score(self.features(X), y)


df = pd.read_csv("spam.csv")
X_train, X_test, y_train, y_test = train_test_split(df.drop(columns="spam"), df["spam"])
stack = Stack()
stack.fit(X_train, y_train)
print(stack.score(X_test, y_test))
\`\`\`

## What to write instead

Predictions out of fold; the model itself is fitted on all training rows for later use:

\`\`\`python
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import cross_val_predict, train_test_split

df = pd.read_csv("churn.csv")
X_train, X_test, y_train, y_test = train_test_split(df.drop(columns="left"), df["left"])
forest = RandomForestClassifier()
meta = LogisticRegression().fit(cross_val_predict(forest, X_train, y_train, method="predict_proba"), y_train)
forest.fit(X_train, y_train)
print(meta.score(forest.predict_proba(X_test), y_test))
\`\`\`

Or the class that does just that:

\`\`\`python
import pandas as pd
from sklearn.ensemble import GradientBoostingClassifier, StackingClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import cross_val_score
from sklearn.neighbors import KNeighborsClassifier

df = pd.read_csv("churn.csv")
base = [("boost", GradientBoostingClassifier()), ("near", KNeighborsClassifier())]
stack = StackingClassifier(base, final_estimator=LogisticRegression())
print(cross_val_score(stack, df.drop(columns="left"), df["left"]).mean())
\`\`\`

Rows that were kept apart for the second model:

\`\`\`python
import pandas as pd
from sklearn.ensemble import ExtraTreesClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

df = pd.read_csv("churn.csv")
X_rest, X_test, y_rest, y_test = train_test_split(df.drop(columns="left"), df["left"], random_state=0)
X_base, X_meta, y_base, y_meta = train_test_split(X_rest, y_rest, random_state=1)
trees = ExtraTreesClassifier().fit(X_base, y_base)
meta = LogisticRegression().fit(trees.predict_proba(X_meta), y_meta)
print(meta.score(trees.predict_proba(X_test), y_test))
\`\`\`

A loop that fills an array with what each fold's model says of the rows that it did not see:

\`\`\`python
import numpy as np
import pandas as pd
from sklearn.ensemble import RandomForestRegressor
from sklearn.linear_model import Ridge
from sklearn.model_selection import KFold


def out_of_fold(X, y):
    predicted = np.zeros(len(y))
    for train, test in KFold(5, shuffle=True, random_state=0).split(X):
        model = RandomForestRegressor().fit(X[train], y[train])
        predicted[test] = model.predict(X[test])
    return predicted


houses = pd.read_csv("houses.csv")
X, y = houses.drop(columns="price").values, houses["price"].values
meta = Ridge().fit(out_of_fold(X, y).reshape(-1, 1), y)
print(meta.coef_)
\`\`\`

Regression in two stages, where the first is a straight line:

\`\`\`python
import pandas as pd
from sklearn.linear_model import LinearRegression

wages = pd.read_csv("wages.csv")
first = LinearRegression().fit(wages[["distance_to_college"]], wages["education"])
wages["education_hat"] = first.predict(wages[["distance_to_college"]])
second = LinearRegression().fit(wages[["education_hat"]], wages["wage"])
print(second.coef_)
\`\`\`

What is left over by one model is what the next one learns: that is boosting.

\`\`\`python
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.tree import DecisionTreeRegressor

df = pd.read_csv("sales.csv")
X_train, X_test, y_train, y_test = train_test_split(df.drop(columns="units"), df["units"])
first = DecisionTreeRegressor(max_depth=2).fit(X_train, y_train)
left_over = y_train - first.predict(X_train)
second = DecisionTreeRegressor(max_depth=2).fit(X_train, left_over)
print(first.predict(X_test) + second.predict(X_test))
\`\`\`

How unusual a row is, learned without answers:

\`\`\`python
import pandas as pd
from sklearn.ensemble import IsolationForest
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

df = pd.read_csv("cards.csv")
X_train, X_test, y_train, y_test = train_test_split(df.drop(columns="fraud"), df["fraud"])
unusual = IsolationForest().fit(X_train)
X_train["unusual"] = unusual.decision_function(X_train)
X_test["unusual"] = unusual.decision_function(X_test[X_train.columns[:-1]])
print(LogisticRegression().fit(X_train, y_train).score(X_test, y_test))
\`\`\`

A network that learns to give back its own input:

\`\`\`python
import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.neural_network import MLPRegressor

X, y = np.load("x.npy"), np.load("y.npy")
X_train, X_test, y_train, y_test = train_test_split(X, y)
squeeze = MLPRegressor(hidden_layer_sizes=(4,)).fit(X_train, X_train)
smooth = LogisticRegression().fit(squeeze.predict(X_train), y_train)
print(smooth.score(squeeze.predict(X_test), y_test))
\`\`\`

## Fix

A prediction that is written as one call, with the name of the rows that the model was fitted on, becomes \`cross_val_predict\` of an unfitted
copy, with the same rows and answers. The model stays fitted for the rows that it has not seen.

\`\`\`python
from sklearn.datasets import load_wine
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

X, y = load_wine(return_X_y=True)
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)
forest = RandomForestClassifier(random_state=0).fit(X_train, y_train)
Z = forest.predict_proba(X_train)  # ← reported
meta = LogisticRegression().fit(Z, y_train)
print(meta.score(forest.predict_proba(X_test), y_test))
\`\`\`

\`\`\`python
from sklearn.model_selection import cross_val_predict
from sklearn.datasets import load_wine
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

X, y = load_wine(return_X_y=True)
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)
forest = RandomForestClassifier(random_state=0).fit(X_train, y_train)
Z = cross_val_predict(forest, X_train, y_train, cv=5, method="predict_proba")
meta = LogisticRegression().fit(Z, y_train)
print(meta.score(forest.predict_proba(X_test), y_test))
\`\`\`

## Known gaps

What the leaves of trees say (\`apply\`) is not followed.
`,
  'identifier-as-feature': `# \`identifier-as-feature\`

Reports a model that is given the number of a row, or an identifier of a case such as \`PassengerId\`, among its features.

## What it does

It follows which columns a table certainly holds, as \`target-in-features\` does, up to where a model learns from them. Two kinds of columns
are reported, in one finding a file:

- the count of the rows that \`reset_index()\` without \`drop=True\` makes a column, where a file was read without an index of its own: this
  is information;
- a column whose name says that it names a single case (\`id\`, \`uuid\`, \`PassengerId\`, \`loan_id\`, \`customerID\`, \`Unnamed: 0\`), where the
  program reads or selects it and leaves it among the features: this is a hint, as it rests on the name.

Codes of kinds that many rows are of (\`store_id\`, \`category_id\`) are left alone, and so are columns that the program computed.

## Why it is bad

Such numbers follow the order in which rows were stored: positives after negatives, early customers before late ones. A tree cuts along that
order, and a random split keeps the advantage in the score, since the held-out rows lie between the others. New rows have numbers that no
training row had. Where the order means something, a column that says so (a date, a batch) belongs in its place.

## Examples

The count of the rows, once an index and now a feature:

\`\`\`python
import pandas as pd
from sklearn.linear_model import LogisticRegression

df = pd.read_csv("loans.csv").reset_index()  # ← reported
X = df.drop(columns="default")
clf = LogisticRegression()
clf.fit(X, df["default"])
\`\`\`

Rows were left out, the index was mended, and the old one stayed:

\`\`\`python
import pandas as pd
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import train_test_split


def load(path):
    stays = pd.read_csv(path)
    stays = stays[stays["nights"] > 0].dropna(subset=["guests"])
    stays.reset_index(inplace=True)  # ← reported
    stays["per_guest"] = stays["price"] / stays["guests"]
    return stays.drop(columns=["cancelled"]), stays["cancelled"]


X, y = load("stays.csv")
X_train, X_test, y_train, y_test = train_test_split(X, y, stratify=y, random_state=5)
model = GradientBoostingClassifier().fit(X_train, y_train)
print(roc_auc_score(y_test, model.predict_proba(X_test)[:, 1]))
\`\`\`

A competition's file, of which only the answer is dropped; that the test file has the number can be seen where the answers are written:

\`\`\`python
# %% [1]
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
train = pd.read_csv("train.csv")
test = pd.read_csv("test.csv")
# %% [2]
X, y = train.drop("Survived", axis=1), train["Survived"]  # ← reported
model = RandomForestClassifier(n_estimators=300, random_state=0).fit(X, y)
# %% [3]
answers = pd.DataFrame({"PassengerId": test["PassengerId"], "Survived": model.predict(test)})
answers.to_csv("submission.csv", index=False)
\`\`\`

It was selected by name, in a class:

\`\`\`python
import pandas as pd
from sklearn.model_selection import cross_val_score
from sklearn.tree import DecisionTreeClassifier


class Churn:
    features = ["customer_id", "age", "balance", "products"]

    def __init__(self, path):
        self.data = pd.read_csv(path)

    def score(self, depth):
        X, y = self.data[self.features], self.data["left"]  # ← reported
        return cross_val_score(DecisionTreeClassifier(max_depth=depth), X, y, cv=5).mean()


churn = Churn("customers.csv")
for depth in (3, 5, 8):
    print(depth, churn.score(depth))
\`\`\`

## What to write instead

\`\`\`python
import pandas as pd
from sklearn.linear_model import LogisticRegression

df = pd.read_csv("loans.csv").reset_index(drop=True)
print(df["loan_id"].nunique())
X = df.drop(columns=["default", "loan_id"])
clf = LogisticRegression()
clf.fit(X, df["default"])
\`\`\`

An identifier may be the index, or be set aside for the table of answers:

\`\`\`python
import pandas as pd
from sklearn.ensemble import RandomForestClassifier

train = pd.read_csv("train.csv", index_col="PassengerId")
test = pd.read_csv("test.csv")
ids = test.pop("PassengerId")
X, y = train.drop("Survived", axis=1), train["Survived"]
model = RandomForestClassifier(random_state=0).fit(X, y)
pd.DataFrame({"PassengerId": ids, "Survived": model.predict(test)}).to_csv("answers.csv", index=False)
\`\`\`

A transformer of columns passes over it:

\`\`\`python
import pandas as pd
from sklearn.compose import ColumnTransformer
from sklearn.ensemble import RandomForestRegressor
from sklearn.model_selection import cross_val_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder

houses = pd.read_csv("houses.csv")
print(houses["house_id"].is_unique)
columns = ColumnTransformer(
    [("area", OneHotEncoder(handle_unknown="ignore"), ["area"]), ("size", "passthrough", ["rooms", "size"])]
)
model = make_pipeline(columns, RandomForestRegressor(random_state=0))
print(cross_val_score(model, houses.drop(columns="price"), houses["price"]).mean())
\`\`\`

After \`groupby\`, or of a table whose rows have names, \`reset_index\` brings back columns that mean something:

\`\`\`python
import pandas as pd
from sklearn.linear_model import Ridge

sales = pd.read_csv("sales.csv")
cities = sales.groupby("city")[["area", "staff", "revenue"]].mean().reset_index()
Ridge().fit(cities[["area", "staff"]], cities["revenue"])
weather = pd.read_csv("weather.csv", index_col="day").reset_index()
Ridge().fit(weather.drop(columns="rain"), weather["rain"])
\`\`\`

\`\`\`python
# %% [1]
import pandas as pd
from sklearn.linear_model import Ridge
rivers = pd.read_csv("rivers.csv")
# %% [2]
rivers.index.name = "kilometre"
rivers = rivers.reset_index()
# %% [3]
Ridge().fit(rivers.drop(columns="flow"), rivers["flow"])
\`\`\`

A model that is to tell whose row it is:

\`\`\`python
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import cross_val_score

steps = pd.read_csv("steps.csv")
print(steps["person_id"].value_counts())
print(cross_val_score(RandomForestClassifier(), steps, steps["person_id"]).mean())  # ← reported
\`\`\`

Rows that are unlike the others are sought, and no answer is predicted:

\`\`\`python
import pandas as pd
from sklearn.neighbors import LocalOutlierFactor

shops = pd.read_csv("shops.csv")
print(shops["id"].is_unique)
odd = LocalOutlierFactor(novelty=True).fit(shops)
print(odd.predict(pd.read_csv("new_shops.csv")))
\`\`\`

Rows that share it are taken together: it names a group, and may say something of it:

\`\`\`python
import pandas as pd
from sklearn.ensemble import HistGradientBoostingRegressor

rides = pd.read_csv("rides.csv")
print(rides["customer_id"].nunique())
rides["last_fare"] = rides.groupby("customer_id")["fare"].shift(1)
model = HistGradientBoostingRegressor().fit(rides.drop(columns="fare"), rides["fare"])
\`\`\`

A model that knows how to make numbers of categories is told that it is one:

\`\`\`python
import lightgbm as lgb
import pandas as pd

ads = pd.read_csv("ads.csv")
features = ["user_id", "hour", "price"]
model = lgb.LGBMClassifier()
model.fit(ads[features], ads["click"], categorical_feature=["user_id"])
\`\`\`

## Fix

The column is added to those that are dropped, where the features are a table of their own; \`reset_index\` gets \`drop=True\` where nothing
else names \`index\`. Both are safe: the features lose what says nothing.

\`\`\`python
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import cross_val_score

flats = pd.DataFrame({"id": range(40), "size": range(20, 60), "rent": range(300, 700, 10)})
flats.to_csv("flats.csv", index=False)
flats = pd.read_csv("flats.csv")
print(flats["id"].is_unique)
X = flats.drop(columns=["rent"])  # ← reported
print(cross_val_score(Ridge(), X, flats["rent"]).mean())
\`\`\`

\`\`\`python
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import cross_val_score

flats = pd.DataFrame({"id": range(40), "size": range(20, 60), "rent": range(300, 700, 10)})
flats.to_csv("flats.csv", index=False)
flats = pd.read_csv("flats.csv")
print(flats["id"].is_unique)
X = flats.drop(columns=["rent", "id"])
print(cross_val_score(Ridge(), X, flats["rent"]).mean())
\`\`\`

\`\`\`python
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import cross_val_score

flats = pd.DataFrame({"size": range(20, 60), "rent": range(300, 700, 10)})
flats.to_csv("flats.csv", index=False)
flats = pd.read_csv("flats.csv").dropna().reset_index()  # ← reported
X = flats.drop(columns=["rent"])
print(cross_val_score(Ridge(), X, flats["rent"]).mean())
\`\`\`

\`\`\`python
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import cross_val_score

flats = pd.DataFrame({"size": range(20, 60), "rent": range(300, 700, 10)})
flats.to_csv("flats.csv", index=False)
flats = pd.read_csv("flats.csv").dropna().reset_index(drop=True)
X = flats.drop(columns=["rent"])
print(cross_val_score(Ridge(), X, flats["rent"]).mean())
\`\`\`

## Known gaps

Which columns a file has is not looked up: an identifier that the program never names is not seen, as in \`train.drop(columns="y")\` alone, nor the \`Unnamed: 0\` of a file that \`to_csv\` wrote with its row numbers.
Neural networks are not followed as far as their columns.
`,
  'early-stopping-on-test': `# \`early-stopping-on-test\`

Reports a fit that watches held-out rows to decide how long to train, where a score on these very rows is then reported.

## What it does

It looks at the rows that a fit is given beside its training rows — \`eval_set\`, \`evals\`, \`valid_sets\`, \`validation_data\`, also through
a dictionary of arguments, a pipeline's \`model__eval_set\`, or XGBoost's and LightGBM's \`train\` — and at whether something chooses by
them: \`early_stopping_rounds\` at the fit, in the constructor or in the parameters, \`EarlyStopping\` and \`ReduceLROnPlateau\` among the
callbacks, LightGBM's \`early_stopping\`, CatBoost's \`use_best_model\`, which is on by default. Where the model is then scored on the same
rows, it reports: a warning, or information where the rows only set the learning rate (\`ReduceLROnPlateau\`), which keeps no best epoch.

Rows that are only monitored choose nothing: without such a mechanism, or with one that looks at the training loss, the rule is
silent. So it is where another part is scored or predicted afterwards, since the watched one then was a validation part, where the
part is called a validation part or was read from a path that says so, within the folds of a cross-validation, and for models that split a part off their own training rows. Rows that are scored as a test part are one, whatever a helper calls them
that is given them to watch.

## Why it is bad

The number of rounds is a parameter, and it was tuned on the test rows: the model stops where its score on them happens to be best.
In our measurements that added 0.032 ± 0.011 to the score with 120 test rows, and 0.005 ± 0.004 with 1,200.

## Examples

\`\`\`python
import pandas as pd
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import train_test_split
from xgboost import XGBClassifier

df = pd.read_csv("loans.csv")
X_train, X_test, y_train, y_test = train_test_split(df.drop(columns="default"), df["default"], random_state=0)
model = XGBClassifier(n_estimators=2000, early_stopping_rounds=50)
model.fit(X_train, y_train, eval_set=[(X_test, y_test)], verbose=False)  # ← reported
print(roc_auc_score(y_test, model.predict_proba(X_test)[:, 1]))
\`\`\`

A network with a callback, built in a function:

\`\`\`python
import pandas as pd
from sklearn.model_selection import train_test_split
from tensorflow.keras.callbacks import EarlyStopping
from tensorflow.keras.layers import Dense
from tensorflow.keras.models import Sequential


def build(width):
    net = Sequential([Dense(64, activation="relu", input_shape=(width,)), Dense(1, activation="sigmoid")])
    net.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
    return net


df = pd.read_csv("cells.csv")
X_tr, X_te, y_tr, y_te = train_test_split(df.drop(columns="alive").values, df["alive"].values)
stop = EarlyStopping(monitor="val_loss", patience=5, restore_best_weights=True)
net = build(X_tr.shape[1])
net.fit(X_tr, y_tr, epochs=200, validation_data=(X_te, y_te), callbacks=[stop])  # ← reported
loss, accuracy = net.evaluate(X_te, y_te)
print(accuracy)
\`\`\`

In a notebook, through a dictionary of arguments:

\`\`\`python
# %% [1]
import pandas as pd
from lightgbm import LGBMRegressor
from sklearn.metrics import r2_score
from sklearn.model_selection import train_test_split
flats = pd.read_csv('flats.csv')
X_train, X_test, y_train, y_test = train_test_split(flats.drop('rent', axis=1), flats['rent'], test_size=0.25)
# %% [2]
fit_params = {'early_stopping_rounds': 20, 'eval_metric': 'rmse', 'eval_set': [(X_test, y_test)]}
model = LGBMRegressor(n_estimators=1000, learning_rate=0.01)
model.fit(X_train, y_train, **fit_params)  # ← reported
# %% [3]
predicted = model.predict(X_test)
print('R2', r2_score(y_test, predicted))
\`\`\`

In a class, with XGBoost's own interface:

\`\`\`python
import pandas as pd
import xgboost as xgb
from sklearn.metrics import mean_absolute_error
from sklearn.model_selection import train_test_split


class Forecast:
    def __init__(self, table):
        X, y = table.drop(columns="load"), table["load"]
        self.X_train, self.X_test, self.y_train, self.y_test = train_test_split(X, y, shuffle=False)

    def train(self):
        dtrain = xgb.DMatrix(self.X_train, label=self.y_train)
        dtest = xgb.DMatrix(self.X_test, label=self.y_test)
        watched = [(dtrain, "train"), (dtest, "test")]
        params = {"eta": 0.05, "max_depth": 6}
        self.booster = xgb.train(params, dtrain, 5000, evals=watched, early_stopping_rounds=100)  # ← reported
        return mean_absolute_error(self.y_test, self.booster.predict(dtest))


print(Forecast(pd.read_csv("grid.csv")).train())
\`\`\`

CatBoost keeps the best round of its evaluation set unless it is told not to:

\`\`\`python
import pandas as pd
from catboost import CatBoostClassifier, Pool
from sklearn.model_selection import train_test_split

df = pd.read_parquet("clicks.parquet")
train, test = train_test_split(df, test_size=0.2, random_state=1)
features = ["hour", "device", "site"]
test_pool = Pool(test[features], test["clicked"])
model = CatBoostClassifier(iterations=3000, cat_features=["device", "site"])
model.fit(train[features], train["clicked"], eval_set=test_pool)  # ← reported
print(model.score(test[features], test["clicked"]))
\`\`\`

LightGBM's callback, in a loop over settings:

\`\`\`python
import lightgbm as lgb
import pandas as pd
from sklearn.metrics import mean_squared_error
from sklearn.model_selection import train_test_split

df = pd.read_csv("rides.csv")
X_train, X_test, y_train, y_test = train_test_split(df.drop(columns="fare"), df["fare"], random_state=0)
train_set = lgb.Dataset(X_train, y_train)
test_set = lgb.Dataset(X_test, y_test, reference=train_set)
callbacks = [lgb.early_stopping(stopping_rounds=30), lgb.log_evaluation(100)]
booster = lgb.train({"objective": "regression"}, train_set, valid_sets=[test_set], callbacks=callbacks)  # ← reported
print(mean_squared_error(y_test, booster.predict(X_test)))
\`\`\`

## What to write instead

A validation part of the training rows is watched, and the test part is scored once:

\`\`\`python
import pandas as pd
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import train_test_split
from xgboost import XGBClassifier

df = pd.read_csv("loans.csv")
X_train, X_test, y_train, y_test = train_test_split(df.drop(columns="default"), df["default"], random_state=0)
X_fit, X_check, y_fit, y_check = train_test_split(X_train, y_train, test_size=0.2, random_state=0)
model = XGBClassifier(n_estimators=2000, early_stopping_rounds=50)
model.fit(X_fit, y_fit, eval_set=[(X_check, y_check)], verbose=False)
print(roc_auc_score(y_test, model.predict_proba(X_test)[:, 1]))
\`\`\`

A part that is called test, and that is a validation part, since a third one is scored:

\`\`\`python
import pandas as pd
from sklearn.model_selection import train_test_split
from xgboost import XGBRegressor

df = pd.read_csv("flats.csv")
rest, final = train_test_split(df, test_size=0.2, random_state=0)
train, test = train_test_split(rest, test_size=0.2, random_state=0)
columns = ["area", "rooms", "floor"]
model = XGBRegressor(n_estimators=2000, early_stopping_rounds=50)
model.fit(train[columns], train["rent"], eval_set=[(test[columns], test["rent"])])
print("while building", model.score(test[columns], test["rent"]))
print("reported", model.score(final[columns], final["rent"]))
\`\`\`

The test part is only monitored: nothing is chosen by it.

\`\`\`python
import pandas as pd
from sklearn.model_selection import train_test_split
from tensorflow.keras.callbacks import CSVLogger, TensorBoard
from tensorflow.keras.layers import Dense
from tensorflow.keras.models import Sequential

df = pd.read_csv("cells.csv")
X_train, X_test, y_train, y_test = train_test_split(df.drop(columns="alive"), df["alive"])
net = Sequential([Dense(32, activation="relu"), Dense(1, activation="sigmoid")])
net.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
watch = [TensorBoard(log_dir="runs"), CSVLogger("epochs.csv")]
net.fit(X_train, y_train, epochs=20, validation_data=(X_test, y_test), callbacks=watch)
print(net.evaluate(X_test, y_test))
\`\`\`

Training stops by the training loss; the other callback saves the best epoch, which nothing loads:

\`\`\`python
import pandas as pd
from sklearn.model_selection import train_test_split
from tensorflow.keras.callbacks import EarlyStopping, ModelCheckpoint
from tensorflow.keras.layers import Dense
from tensorflow.keras.models import Sequential

df = pd.read_csv("wine.csv")
X_train, X_test, y_train, y_test = train_test_split(df.drop(columns="stars"), df["stars"])
net = Sequential([Dense(32, activation="relu"), Dense(1)])
net.compile(optimizer="adam", loss="mse")
stop = EarlyStopping(monitor="loss", patience=3)
save = ModelCheckpoint("best.keras", monitor="val_loss", save_best_only=True)
net.fit(X_train, y_train, epochs=100, validation_data=(X_test, y_test), callbacks=[stop, save])
print(net.evaluate(X_test, y_test))
\`\`\`

The part is called a validation part, and no other number is claimed:

\`\`\`python
import pandas as pd
from lightgbm import LGBMClassifier, early_stopping
from sklearn.model_selection import train_test_split

df = pd.read_csv("clicks.csv")
X_train, X_valid, y_train, y_valid = train_test_split(df.drop(columns="clicked"), df["clicked"])
model = LGBMClassifier(n_estimators=5000)
model.fit(X_train, y_train, eval_set=[(X_valid, y_valid)], callbacks=[early_stopping(50)])
print("validation accuracy", model.score(X_valid, y_valid))
\`\`\`

Folds of a cross-validation, each watched by the model that is fitted without it:

\`\`\`python
import numpy as np
import pandas as pd
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import StratifiedKFold
from xgboost import XGBClassifier

df = pd.read_csv("loans.csv")
X, y = df.drop(columns="default"), df["default"]
scores = []
for inside, outside in StratifiedKFold(5, shuffle=True, random_state=0).split(X, y):
    model = XGBClassifier(n_estimators=2000, early_stopping_rounds=50)
    model.fit(X.iloc[inside], y.iloc[inside], eval_set=[(X.iloc[outside], y.iloc[outside])])
    scores.append(roc_auc_score(y.iloc[outside], model.predict_proba(X.iloc[outside])[:, 1]))
print(np.mean(scores))
\`\`\`

Only the training rows are watched:

\`\`\`python
import pandas as pd
from sklearn.model_selection import train_test_split
from xgboost import XGBRegressor

df = pd.read_csv("rides.csv")
X_train, X_test, y_train, y_test = train_test_split(df.drop(columns="fare"), df["fare"])
model = XGBRegressor(n_estimators=500, early_stopping_rounds=20)
model.fit(X_train, y_train, eval_set=[(X_train, y_train)])
print("train", model.score(X_train, y_train), "test", model.score(X_test, y_test))
\`\`\`

A competition: its test file is predicted for somebody else to score, so the part held out here is for choosing.

\`\`\`python
import pandas as pd
from sklearn.metrics import mean_squared_error
from sklearn.model_selection import train_test_split
from xgboost import XGBRegressor

train = pd.read_csv("train.csv")
test = pd.read_csv("test.csv")
X_train, X_test, y_train, y_test = train_test_split(train.drop(columns=["id", "price"]), train["price"])
model = XGBRegressor(n_estimators=2000, early_stopping_rounds=50)
model.fit(X_train, y_train, eval_set=[(X_test, y_test)])
print(mean_squared_error(y_test, model.predict(X_test)))
pd.DataFrame({"id": test["id"], "price": model.predict(test.drop(columns="id"))}).to_csv("submission.csv", index=False)
\`\`\`

## Fix

Splits a validation part off the training rows above the fit, fits on the rest, and lets the fit watch the validation part. It is
offered where rows and target are names and the fit is a statement of its own. It is shown as a preview: the model then learns from
fewer rows, and how to split off the validation part — at random, by time, by group — is for people to decide.

\`\`\`python
import pandas as pd
from sklearn.model_selection import train_test_split
from xgboost import XGBClassifier

table = pd.DataFrame({"a": range(100), "b": [1, 2] * 50, "y": [0, 1] * 50})
X_train, X_test, y_train, y_test = train_test_split(table[["a", "b"]], table["y"], random_state=0)
model = XGBClassifier(n_estimators=50, early_stopping_rounds=5)
model.fit(X_train, y_train, eval_set=[(X_test, y_test)], verbose=False)  # ← reported
print(model.score(X_test, y_test))
\`\`\`

\`\`\`python
import pandas as pd
from sklearn.model_selection import train_test_split
from xgboost import XGBClassifier

table = pd.DataFrame({"a": range(100), "b": [1, 2] * 50, "y": [0, 1] * 50})
X_train, X_test, y_train, y_test = train_test_split(table[["a", "b"]], table["y"], random_state=0)
model = XGBClassifier(n_estimators=50, early_stopping_rounds=5)
X_fit, X_valid, y_fit, y_valid = train_test_split(X_train, y_train, test_size=0.2, random_state=0)
model.fit(X_fit, y_fit, eval_set=[(X_valid, y_valid)], verbose=False)
print(model.score(X_test, y_test))
\`\`\`

## Known gaps

Rows that a wrapper of the program's own hands on to a library that is not in the tables are not followed. Early stopping within the
folds of a cross-validation whose fold scores are reported makes these a little too good as well; that is not reported.
`,
  'checkpoint-selected-on-test': `# \`checkpoint-selected-on-test\`

Reports the best of several epochs being chosen by its score on the test part, where that score is what is reported.

## What it does

It looks for a loop in which one model learns on — a network's \`fit\`, \`partial_fit\`, \`warm_start\` — and is scored on held-out rows, and in
which the best of these scores decides what is kept: \`if score > best\`, \`best = max(best, score)\`, \`max\` or \`argmin\` over a list of them. It also
looks for the best value of a Keras history of held-out rows, and for \`ModelCheckpoint(save_best_only=True)\` whose file is loaded back before the
same rows are scored.

Scores that are only printed, drawn or logged epoch by epoch are left alone, and so are the score of the last epoch, an epoch that is chosen
by a validation part, and all of it where another part is scored or predicted afterwards. What was read from a path that says validation, such as
\`data/validation\`, is a validation part whatever its variable is called, unless the program shows its score as the test score.

It is a warning; it is information where the program calls the best score that of a validation, by the name of the part or in what it prints, shows no score of a test, and scores nothing else.

## Why it is bad

The epoch is a parameter, and it was tuned on the test rows: the reported number is the best of as many tries as there are epochs. With
early stopping, which does the same, it was 0.032 ± 0.011 too good in our measurements with 120 test rows, and 0.005 ± 0.004 with 1,200.

## Examples

\`\`\`python
import copy

import pandas as pd
from sklearn.linear_model import SGDClassifier
from sklearn.model_selection import train_test_split

df = pd.read_csv("reviews.csv")
X_train, X_test, y_train, y_test = train_test_split(df[["length", "stars"]], df["helpful"], random_state=0)
model = SGDClassifier()
best, kept = 0, None
for epoch in range(50):
    model.partial_fit(X_train, y_train, classes=[0, 1])
    accuracy = model.score(X_test, y_test)  # ← reported
    if accuracy > best:
        best, kept = accuracy, copy.deepcopy(model)
print("test accuracy", best)
\`\`\`

The best value of a network's history:

\`\`\`python
import pandas as pd
from sklearn.model_selection import train_test_split
from tensorflow.keras.layers import Dense
from tensorflow.keras.models import Sequential

df = pd.read_csv("cells.csv")
X_train, X_test, y_train, y_test = train_test_split(df.drop(columns="alive"), df["alive"])
net = Sequential([Dense(32, activation="relu"), Dense(1, activation="sigmoid")])
net.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
history = net.fit(X_train, y_train, epochs=100, validation_data=(X_test, y_test))
print("accuracy", max(history.history["val_accuracy"]))  # ← reported
\`\`\`

A checkpoint of the best epoch is loaded back, in a function:

\`\`\`python
import pandas as pd
from sklearn.model_selection import train_test_split
from tensorflow.keras.callbacks import ModelCheckpoint
from tensorflow.keras.layers import Dense
from tensorflow.keras.models import Sequential

BEST = "weights.best.keras"


def train(X_train, X_test, y_train, y_test):
    net = Sequential([Dense(64, activation="relu"), Dense(1)])
    net.compile(optimizer="adam", loss="mse", metrics=["mae"])
    save = ModelCheckpoint(BEST, monitor="val_loss", save_best_only=True)
    net.fit(X_train, y_train, epochs=50, validation_data=(X_test, y_test), callbacks=[save])  # ← reported
    net.load_weights(BEST)
    return net.evaluate(X_test, y_test)


df = pd.read_csv("flats.csv")
print(train(*train_test_split(df.drop(columns="rent"), df["rent"], random_state=0)))
\`\`\`

In a notebook, one epoch a call, and the least error afterwards:

\`\`\`python
# %% [1]
import numpy as np
import pandas as pd
from keras.layers import LSTM, Dense
from keras.models import Sequential
load = pd.read_csv('load.csv')['kw'].values
X = np.array([load[i:i + 24] for i in range(len(load) - 24)])
y = load[24:]
n = int(len(X) * 0.8)
X_train, X_test, y_train, y_test = X[:n], X[n:], y[:n], y[n:]
# %% [2]
model = Sequential()
model.add(LSTM(32))
model.add(Dense(1))
model.compile(loss='mae', optimizer='adam')
errors = []
for epoch in range(30):
    model.fit(X_train, y_train, epochs=1, shuffle=False)
    errors.append(model.evaluate(X_test, y_test))  # ← reported
# %% [3]
best_epoch = np.argmin(errors)
print('test MAE', errors[best_epoch], 'after', best_epoch)
\`\`\`

## What to write instead

A validation part chooses the epoch, and the test part is scored once:

\`\`\`python
import copy

import pandas as pd
from sklearn.linear_model import SGDClassifier
from sklearn.model_selection import train_test_split

df = pd.read_csv("reviews.csv")
columns = ["length", "stars"]
rest, test = train_test_split(df, random_state=0)
train, check = train_test_split(rest, random_state=0)
model = SGDClassifier()
best, kept = 0, None
for epoch in range(50):
    model.partial_fit(train[columns], train["helpful"], classes=[0, 1])
    accuracy = model.score(check[columns], check["helpful"])
    if accuracy > best:
        best, kept = accuracy, copy.deepcopy(model)
print("test accuracy", kept.score(test[columns], test["helpful"]))
\`\`\`

The test score of every epoch is printed and drawn; the last one is reported:

\`\`\`python
import matplotlib.pyplot as plt
import pandas as pd
from sklearn.linear_model import SGDClassifier
from sklearn.model_selection import train_test_split

df = pd.read_csv("reviews.csv")
X_train, X_test, y_train, y_test = train_test_split(df[["length", "stars"]], df["helpful"], random_state=0)
model = SGDClassifier()
curve = []
for epoch in range(50):
    model.partial_fit(X_train, y_train, classes=[0, 1])
    curve.append(model.score(X_test, y_test))
    print(epoch, curve[-1])
plt.plot(curve)
print("test accuracy", curve[-1])
\`\`\`

The history is drawn, and its last value reported:

\`\`\`python
import matplotlib.pyplot as plt
import pandas as pd
from sklearn.model_selection import train_test_split
from tensorflow.keras.layers import Dense
from tensorflow.keras.models import Sequential

df = pd.read_csv("cells.csv")
X_train, X_test, y_train, y_test = train_test_split(df.drop(columns="alive"), df["alive"])
net = Sequential([Dense(32, activation="relu"), Dense(1, activation="sigmoid")])
net.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
history = net.fit(X_train, y_train, epochs=10, validation_data=(X_test, y_test))
plt.plot(history.history["val_accuracy"])
print(max(history.history["accuracy"]), history.history["val_accuracy"][-1])
\`\`\`

The watched part is called a validation part:

\`\`\`python
import pandas as pd
from sklearn.model_selection import train_test_split
from tensorflow.keras.layers import Dense
from tensorflow.keras.models import Sequential

df = pd.read_csv("cells.csv")
X_train, X_val, y_train, y_val = train_test_split(df.drop(columns="alive"), df["alive"])
net = Sequential([Dense(32, activation="relu"), Dense(1, activation="sigmoid")])
net.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
history = net.fit(X_train, y_train, epochs=100, validation_data=(X_val, y_val))
print("best validation accuracy", max(history.history["val_accuracy"]))
\`\`\`

The best epoch is loaded, and rows are scored that did not choose it:

\`\`\`python
import pandas as pd
from sklearn.model_selection import train_test_split
from tensorflow.keras.callbacks import ModelCheckpoint
from tensorflow.keras.layers import Dense
from tensorflow.keras.models import Sequential

df = pd.read_csv("flats.csv")
rest, final = train_test_split(df, random_state=0)
train, test = train_test_split(rest, random_state=0)
columns = ["area", "rooms"]
net = Sequential([Dense(64, activation="relu"), Dense(1)])
net.compile(optimizer="adam", loss="mse")
save = ModelCheckpoint("best.keras", save_best_only=True)
net.fit(train[columns], train["rent"], epochs=50, validation_data=(test[columns], test["rent"]), callbacks=[save])
net.load_weights("best.keras")
print(net.evaluate(test[columns], test["rent"]))
print(net.evaluate(final[columns], final["rent"]))
\`\`\`

Folds of a cross-validation, each with a model that learns on for some epochs:

\`\`\`python
import pandas as pd
from sklearn.linear_model import SGDRegressor
from sklearn.model_selection import KFold

df = pd.read_csv("flats.csv")
X, y = df.drop(columns="rent").values, df["rent"].values
for inside, outside in KFold(5).split(X):
    model, best = SGDRegressor(), 0
    for epoch in range(20):
        model.partial_fit(X[inside], y[inside])
        best = max(best, model.score(X[outside], y[outside]))
    print(best)
\`\`\`

A part that nothing calls test: what it is for cannot be told.

\`\`\`python
import pandas as pd
from sklearn.linear_model import SGDRegressor
from sklearn.model_selection import train_test_split

df = pd.read_csv("flats.csv")
a, b = train_test_split(df, random_state=0)
columns = ["area", "rooms"]
model, best = SGDRegressor(), 0
for epoch in range(20):
    model.partial_fit(a[columns], a["rent"])
    score = model.score(b[columns], b["rent"])
    if score > best:
        best = score
print(best)
\`\`\`

## Fix

None. A validation part has to be split off, and how — at random, by time, by group — is for people to decide.

## Known gaps

Loops of the program's own that train on one tensor of all rows, without portions, are not followed where they only collect the scores. What a benchmark's protocol asks for, as the best epoch on an
official test set, is reported as well; \`# holdout: ignore[checkpoint-selected-on-test]\` with that reason is the place to say so.
`,
  'tuning-on-test': `# \`tuning-on-test\`

Reports parameters, or features, that were chosen by scores on the very rows that the result is then reported on.

## What it does

It reports five ways of choosing:

- a search such as \`GridSearchCV\` is fitted on all rows, and its winner, or a model with its best parameters, is scored on a part of
  them that is called held out;
- the objective of an Optuna study, of hyperopt's \`fmin\` or of scikit-optimize gives back a score on held-out rows;
- a loop over parameters, or over the weights of models in a blend, keeps those with the best score on held-out rows (\`if score > best\`, \`max\`,
  \`argmax\`), at once or in a second loop over the scores;
- a loop over features keeps those with the best score on held-out rows: columns that are added or left out one after the other, subsets of
  columns, the number of columns that \`SelectKBest\` or \`PCA\` leaves;
- a keras-tuner search is given the held-out rows as validation data.

A part that is for choosing is a validation part: where another part is scored or predicted afterwards, the rule is silent. So it is
where the part's name, or the path that it was read from, says validation and nothing proves the contrary, where scores are stored or plotted and nothing is chosen by
them in the program, where the choice rests on folds of the training rows, and where a search saw what is called the training part, and a validation
part that is cut from it afterwards is scored, as for a learning curve.

## Why it is bad

The best of many tries on the same rows is partly luck, and the luck is in the number. On pure noise, the best of 50 models by their
score on 50 test rows came out at 0.63 in our measurements, where 0.50 is true; with 500 test rows, at 0.54.

## Examples

\`\`\`python
import optuna
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.svm import SVC

df = pd.read_csv("cells.csv")
X_train, X_test, y_train, y_test = train_test_split(df.drop(columns="alive"), df["alive"])


def objective(trial):
    c = trial.suggest_float("c", 1e-3, 1e2, log=True)
    clf = SVC(C=c).fit(X_train, y_train)
    return clf.score(X_test, y_test)  # ← reported


study = optuna.create_study(direction="maximize")
study.optimize(objective, n_trials=100)
print(study.best_params, study.best_value)
\`\`\`

A search over all rows, whose best parameters are then scored on some of them:

\`\`\`python
from sklearn.datasets import load_breast_cancer
from sklearn.metrics import accuracy_score
from sklearn.model_selection import GridSearchCV, train_test_split
from sklearn.tree import DecisionTreeClassifier

X, y = load_breast_cancer(return_X_y=True)
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)
search = GridSearchCV(DecisionTreeClassifier(), {"max_depth": [2, 4, 8]}, cv=5)
search.fit(X, y)  # ← reported
tree = DecisionTreeClassifier(**search.best_params_).fit(X_train, y_train)
print(accuracy_score(y_test, tree.predict(X_test)))
\`\`\`

A loop that keeps the best:

\`\`\`python
import pandas as pd
from sklearn.metrics import f1_score
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsClassifier

df = pd.read_csv("plants.csv")
X_train, X_test, y_train, y_test = train_test_split(df[["width", "length"]], df["species"])
best, best_k = 0, None
for k in range(1, 40):
    knn = KNeighborsClassifier(n_neighbors=k)
    knn.fit(X_train, y_train)
    score = f1_score(y_test, knn.predict(X_test), average="macro")  # ← reported
    if score > best:
        best = score
        best_k = k
print("best k", best_k, "F1", best)
\`\`\`

In a function, by the maximum of a list:

\`\`\`python
import numpy as np
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split


def tune(X_train, X_test, y_train, y_test):
    alphas = np.logspace(-3, 3, 13)
    scores = []
    for alpha in alphas:
        model = Ridge(alpha=alpha).fit(X_train, y_train)
        scores.append(model.score(X_test, y_test))  # ← reported
    return alphas[np.argmax(scores)], max(scores)


df = pd.read_csv("yield.csv")
print(tune(*train_test_split(df.drop(columns="t"), df["t"], random_state=1)))
\`\`\`

In a class, with hyperopt:

\`\`\`python
from hyperopt import fmin, hp, tpe
from sklearn.datasets import load_digits
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import accuracy_score
from sklearn.model_selection import train_test_split


class Tuner:
    def __init__(self):
        X, y = load_digits(return_X_y=True)
        self.X_train, self.X_test, self.y_train, self.y_test = train_test_split(X, y)

    def loss(self, space):
        forest = RandomForestClassifier(max_depth=int(space["depth"]))
        forest.fit(self.X_train, self.y_train)
        return {"loss": -accuracy_score(self.y_test, forest.predict(self.X_test)), "status": "ok"}  # ← reported

    def run(self):
        best = fmin(fn=self.loss, space={"depth": hp.quniform("depth", 2, 20, 1)}, algo=tpe.suggest, max_evals=50)
        final = RandomForestClassifier(max_depth=int(best["depth"])).fit(self.X_train, self.y_train)
        return final.score(self.X_test, self.y_test)


print(Tuner().run())
\`\`\`

In a notebook, a random search on everything:

\`\`\`python
# %% [1]
import pandas as pd
from sklearn.model_selection import RandomizedSearchCV, train_test_split
from sklearn.ensemble import GradientBoostingRegressor
df = pd.read_csv('bikes.csv')
X, y = df.drop('rented', axis=1), df['rented']
X_train, X_test, y_train, y_test = train_test_split(X, y)
# %% [2]
search = RandomizedSearchCV(GradientBoostingRegressor(), {'max_depth': [2, 3, 4], 'subsample': [.5, 1]})
search.fit(X, y)  # ← reported
# %% [3]
search.best_estimator_.score(X_test, y_test)
\`\`\`

## What to write instead

Choose by cross-validation inside the training rows; score the test rows once:

\`\`\`python
import optuna
import pandas as pd
from sklearn.model_selection import cross_val_score, train_test_split
from sklearn.svm import SVC

df = pd.read_csv("cells.csv")
X_train, X_test, y_train, y_test = train_test_split(df.drop(columns="alive"), df["alive"])


def objective(trial):
    c = trial.suggest_float("c", 1e-3, 1e2, log=True)
    return cross_val_score(SVC(C=c), X_train, y_train, cv=5).mean()


study = optuna.create_study(direction="maximize")
study.optimize(objective, n_trials=100)
final = SVC(C=study.best_params["c"]).fit(X_train, y_train)
print(final.score(X_test, y_test))
\`\`\`

Or on a validation part, whatever its name, as long as another part is scored afterwards:

\`\`\`python
import pandas as pd
from sklearn.metrics import accuracy_score
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsClassifier

df = pd.read_csv("plants.csv")
X, X_final, y, y_final = train_test_split(df[["width", "length"]], df["species"], test_size=0.2)
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.25)
best, best_k = 0, 1
for k in range(1, 40):
    score = accuracy_score(y_test, KNeighborsClassifier(k).fit(X_train, y_train).predict(X_test))
    if score > best:
        best, best_k = score, k
final = KNeighborsClassifier(best_k).fit(X, y)
print(accuracy_score(y_final, final.predict(X_final)))
\`\`\`

A search within the training rows, and a last fit on all of them after the score:

\`\`\`python
import joblib
from sklearn.datasets import load_breast_cancer
from sklearn.model_selection import GridSearchCV, train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVC

X, y = load_breast_cancer(return_X_y=True)
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)
search = GridSearchCV(make_pipeline(StandardScaler(), SVC()), {"svc__C": [0.1, 1, 10]}, cv=5)
search.fit(X_train, y_train)
print(search.best_params_, search.score(X_test, y_test))
final = search.best_estimator_.fit(X, y)
joblib.dump(final, "model.joblib")
\`\`\`

A curve that is only drawn chooses nothing in the program; that it is drawn on the test part is the matter of \`model-selection-on-test\`:

\`\`\`python
import matplotlib.pyplot as plt
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.tree import DecisionTreeClassifier

df = pd.read_csv("plants.csv")
X_train, X_test, y_train, y_test = train_test_split(df[["width", "length"]], df["species"])
curve = {}
for depth in range(1, 20):
    tree = DecisionTreeClassifier(max_depth=depth).fit(X_train, y_train)
    curve[depth] = tree.score(X_test, y_test)  # ← reported
plt.plot(list(curve.keys()), list(curve.values()))
\`\`\`

A competition's test file is scored elsewhere: the part held out here is for choosing:

\`\`\`python
import pandas as pd
import optuna
from sklearn.metrics import mean_squared_error
from sklearn.model_selection import train_test_split
from xgboost import XGBRegressor

train = pd.read_csv("train.csv")
unlabelled = pd.read_csv("test.csv")
X_train, X_test, y_train, y_test = train_test_split(train.drop(columns="price"), train["price"])


def objective(trial):
    model = XGBRegressor(max_depth=trial.suggest_int("depth", 2, 10))
    model.fit(X_train, y_train)
    return mean_squared_error(y_test, model.predict(X_test))


study = optuna.create_study()
study.optimize(objective, n_trials=20)
model = XGBRegressor(max_depth=study.best_params["depth"]).fit(train.drop(columns="price"), train["price"])
pd.DataFrame({"price": model.predict(unlabelled)}).to_csv("submission.csv")
\`\`\`

Inner folds, and a search that is the model of an outer cross-validation:

\`\`\`python
from sklearn.datasets import load_wine
from sklearn.model_selection import GridSearchCV, KFold, cross_val_score
from sklearn.svm import SVC

X, y = load_wine(return_X_y=True)
search = GridSearchCV(SVC(), {"C": [0.1, 1, 10]}, cv=3)
print(cross_val_score(search, X, y, cv=5).mean())
best = 0
for C in [0.1, 1, 10]:
    total = 0
    for train, valid in KFold(5).split(X):
        total += SVC(C=C).fit(X[train], y[train]).score(X[valid], y[valid])
    if total > best:
        best, best_C = total, C
print(best_C)
\`\`\`

Several numbers of one model are no choice:

\`\`\`python
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score, f1_score
from sklearn.model_selection import train_test_split

df = pd.read_csv("calls.csv")
X_train, X_test, y_train, y_test = train_test_split(df.drop(columns="sold"), df["sold"])
model = LogisticRegression(C=0.5).fit(X_train, y_train)
predicted = model.predict(X_test)
scores = [metric(y_test, predicted) for metric in (accuracy_score, f1_score)]
print(max(scores), model.score(X_train, y_train) > model.score(X_test, y_test))
\`\`\`

## Fix

None. Whether to choose by cross-validation or on a validation part is for people to decide; both change what the program does.

## Known gaps

Models of different kinds compared on the test part, early stopping on it, and thresholds tuned on it are the matter of other rules.
A choice that people make by looking at printed scores cannot be seen. Networks are followed through Keras' \`fit\` and \`evaluate\`,
not through training loops of the program's own, as in PyTorch.
`,
  'model-selection-on-test': `# \`model-selection-on-test\`

Reports one of several models being chosen by its score on the test part, where no untouched part is scored afterwards.

## What it does

It looks for scores of different models on the same held-out rows of which the best decides: \`max\` over a dictionary or list of scores,
\`argmax\`, \`idxmax\`, the first row of a table that was sorted by the score, \`if score > best\`, \`a if a_score > b_score else b\`. That is a
warning; choices among the same models by several metrics are one.

A loop that scores one setting of a model after the other on the test part, three or more, is a hint where nothing in the program chooses by these scores:
such a curve is there for somebody to choose by. It is given once in a file.

A table of different models that only shows their scores, two models of which one is better in a printed sentence, several metrics of one model, and a
comparison with a baseline are left alone. So are winners by cross-validation or on a validation part, by its name or the path that it was read from, and all of it where another part is
scored or predicted afterwards.

## Why it is bad

The best of many scores is partly luck, and reporting it on the rows that chose it keeps the luck in the number. On pure noise, the
best of 50 models by their score on 50 test rows came out at 0.63 in our measurements, where 0.50 is true; with 500 test rows, at 0.54.

## Examples

\`\`\`python
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.svm import SVC

df = pd.read_csv("loans.csv")
X_train, X_test, y_train, y_test = train_test_split(df.drop(columns="default"), df["default"], random_state=0)
models = {"logistic": LogisticRegression(), "forest": RandomForestClassifier(), "svm": SVC()}
scores = {}
for name, model in models.items():
    scores[name] = model.fit(X_train, y_train).score(X_test, y_test)  # ← reported
winner = max(scores, key=scores.get)
print("best model", winner, scores[winner])
\`\`\`

Two models and a conditional expression:

\`\`\`python
import joblib
import pandas as pd
from sklearn.linear_model import Lasso, Ridge
from sklearn.metrics import mean_squared_error
from sklearn.model_selection import train_test_split

flats = pd.read_csv("flats.csv")
X_train, X_test, y_train, y_test = train_test_split(flats.drop(columns="rent"), flats["rent"], random_state=0)
ridge = Ridge().fit(X_train, y_train)
lasso = Lasso().fit(X_train, y_train)
ridge_error = mean_squared_error(y_test, ridge.predict(X_test))  # ← reported
lasso_error = mean_squared_error(y_test, lasso.predict(X_test))
final = ridge if ridge_error < lasso_error else lasso
joblib.dump(final, "model.joblib")
print(min(ridge_error, lasso_error))
\`\`\`

In a function that keeps the best, called with a list of models:

\`\`\`python
import numpy as np
import pandas as pd
from sklearn.metrics import f1_score
from sklearn.model_selection import train_test_split
from sklearn.naive_bayes import GaussianNB
from sklearn.neighbors import KNeighborsClassifier
from sklearn.tree import DecisionTreeClassifier


def pick(models, X_train, X_test, y_train, y_test):
    best_model, best_f1 = None, -np.inf
    for model in models:
        model.fit(X_train, y_train)
        f1 = f1_score(y_test, model.predict(X_test))  # ← reported
        if f1 > best_f1:
            best_model, best_f1 = model, f1
    return best_model, best_f1


df = pd.read_csv("cells.csv")
parts = train_test_split(df.drop(columns="alive"), df["alive"], random_state=0)
print(pick([GaussianNB(), KNeighborsClassifier(), DecisionTreeClassifier()], *parts))
\`\`\`

In a notebook, by a table of results:

\`\`\`python
# %% [1]
import pandas as pd
from sklearn.ensemble import GradientBoostingRegressor, RandomForestRegressor
from sklearn.linear_model import LinearRegression
from sklearn.metrics import r2_score
from sklearn.model_selection import train_test_split
rides = pd.read_csv('rides.csv')
X_train, X_test, y_train, y_test = train_test_split(rides[['km', 'hour']], rides['fare'], random_state=0)
# %% [2]
rows = []
for model in [LinearRegression(), RandomForestRegressor(), GradientBoostingRegressor()]:
    model.fit(X_train, y_train)
    rows.append({'model': type(model).__name__, 'r2': r2_score(y_test, model.predict(X_test))})  # ← reported
results = pd.DataFrame(rows).sort_values('r2', ascending=False)
# %% [3]
print('we use', results.iloc[0])
\`\`\`

A curve over a parameter on the test part, beside other models: a hint.

\`\`\`python
import matplotlib.pyplot as plt
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsClassifier

fruits = pd.read_csv("fruits.csv")
X_train, X_test, y_train, y_test = train_test_split(fruits[["mass", "width"]], fruits["name"], random_state=0)
print(LogisticRegression().fit(X_train, y_train).score(X_test, y_test))
accuracy = []
for k in range(1, 20):
    knn = KNeighborsClassifier(n_neighbors=k).fit(X_train, y_train)
    accuracy.append(knn.score(X_test, y_test))  # ← reported
plt.scatter(range(1, 20), accuracy)
\`\`\`

## What to write instead

The winner is found by cross-validation within the training part, and scored once:

\`\`\`python
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import cross_val_score, train_test_split

df = pd.read_csv("loans.csv")
X_train, X_test, y_train, y_test = train_test_split(df.drop(columns="default"), df["default"], random_state=0)
models = {"logistic": LogisticRegression(), "forest": RandomForestClassifier()}
scores = {name: cross_val_score(model, X_train, y_train, cv=5).mean() for name, model in models.items()}
winner = models[max(scores, key=scores.get)].fit(X_train, y_train)
print("held-out", winner.score(X_test, y_test))
\`\`\`

Models compared on one part, the winner scored on a third:

\`\`\`python
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split
from sklearn.tree import DecisionTreeRegressor

df = pd.read_csv("flats.csv")
rest, final = train_test_split(df, random_state=0)
train, test = train_test_split(rest, random_state=0)
columns = ["area", "rooms"]
ridge = Ridge().fit(train[columns], train["rent"])
tree = DecisionTreeRegressor().fit(train[columns], train["rent"])
a, b = ridge.score(test[columns], test["rent"]), tree.score(test[columns], test["rent"])
best = ridge if a > b else tree
print(best.score(final[columns], final["rent"]))
\`\`\`

A table of models that nothing is taken from:

\`\`\`python
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score, f1_score
from sklearn.model_selection import train_test_split
from sklearn.naive_bayes import GaussianNB
from sklearn.svm import SVC

df = pd.read_csv("cells.csv")
X_train, X_test, y_train, y_test = train_test_split(df.drop(columns="alive"), df["alive"])
rows = []
for model in (LogisticRegression(), GaussianNB(), SVC()):
    predicted = model.fit(X_train, y_train).predict(X_test)
    rows.append((type(model).__name__, accuracy_score(y_test, predicted), f1_score(y_test, predicted)))
print(pd.DataFrame(rows, columns=["model", "accuracy", "f1"]).sort_values("f1"))
\`\`\`

One model against a baseline, and its score on both parts:

\`\`\`python
import pandas as pd
from sklearn.dummy import DummyRegressor
from sklearn.ensemble import RandomForestRegressor
from sklearn.model_selection import train_test_split

df = pd.read_csv("rides.csv")
X_train, X_test, y_train, y_test = train_test_split(df[["km", "hour"]], df["fare"])
baseline = DummyRegressor().fit(X_train, y_train).score(X_test, y_test)
forest = RandomForestRegressor().fit(X_train, y_train)
train_score, test_score = forest.score(X_train, y_train), forest.score(X_test, y_test)
if test_score > baseline:
    print("better than the mean by", test_score - baseline)
print("overfitting" if train_score > test_score + 0.1 else "fine")
\`\`\`

The part is called a validation part, and no other number is claimed:

\`\`\`python
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.svm import LinearSVC

reviews = pd.read_csv("reviews.csv")
X_train, X_valid, y_train, y_valid = train_test_split(reviews[["length", "stars"]], reviews["helpful"])
scores = {}
for name, model in {"logistic": LogisticRegression(), "svm": LinearSVC()}.items():
    scores[name] = model.fit(X_train, y_train).score(X_valid, y_valid)
print(max(scores, key=scores.get))
\`\`\`

Scores of folds, averaged by model:

\`\`\`python
import numpy as np
import pandas as pd
from sklearn.linear_model import Lasso, Ridge
from sklearn.model_selection import KFold

df = pd.read_csv("flats.csv")
X, y = df.drop(columns="rent").values, df["rent"].values
best, chosen = -np.inf, None
for model in (Ridge(), Lasso()):
    for inside, outside in KFold(5).split(X):
        score = model.fit(X[inside], y[inside]).score(X[outside], y[outside])
        if score > best:
            best, chosen = score, model
print(chosen)
\`\`\`

A part that nothing calls test: what it is for cannot be told.

\`\`\`python
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import train_test_split
from sklearn.svm import SVC

df = pd.read_csv("loans.csv")
a, b = train_test_split(df, random_state=0)
columns = ["income", "age"]
forest = RandomForestClassifier().fit(a[columns], a["default"])
svm = SVC().fit(a[columns], a["default"])
first, second = forest.score(b[columns], b["default"]), svm.score(b[columns], b["default"])
print(forest if first > second else svm)
\`\`\`

The loop draws a curve, and the setting is chosen by cross-validation on the training rows:

\`\`\`python
# %% [1]
import matplotlib.pyplot as plt
import pandas as pd
from sklearn.model_selection import GridSearchCV, train_test_split
from sklearn.neighbors import KNeighborsClassifier
wines = pd.read_csv("wines.csv")
X_train, X_test, y_train, y_test = train_test_split(wines.drop(columns="good"), wines["good"], random_state=0)
# %% [2]
curve = []
for k in range(1, 20):
    near = KNeighborsClassifier(n_neighbors=k).fit(X_train, y_train)
    curve.append(near.score(X_test, y_test))
plt.plot(curve)
# %% [3]
search = GridSearchCV(KNeighborsClassifier(), {"n_neighbors": list(range(1, 20))}, cv=5)
search.fit(X_train, y_train)
print(search.score(X_test, y_test))
\`\`\`

## Fix

None. Whether to choose by cross-validation or on a validation part is for people to decide; both change what the program does.

## Known gaps

Models that are compared one below the other without a choice in the program are not reported, however many they are: such a table is
as often there to show as to choose by, and people who label such files disagree about it. Nor is a curve over the number of epochs.
`,
  'seed-picked-by-score': `# \`seed-picked-by-score\`

Reports a random seed that was kept because it gave the best score.

## What it does

It follows a loop variable into what seeds a random number generator — \`random_state\` and \`seed\` of a splitter, a model or a
fold iterator, \`np.random.seed\`, \`random.seed\`, \`torch.manual_seed\`, Keras' \`set_random_seed\` — and reports where the best of the scores
of the rounds decides what is kept: \`if score > best\`, \`max(…, key=…)\`, \`argmax\`, \`scores.index(max(scores))\`, the first of sorted
results.

Scores over seeds that are reported with their mean and spread are what should be done, and the largest and smallest of them show how far they
spread. A loop in which something else than the seed varies is the matter of other rules. Where another part is scored afterwards, the
rule is silent.

## Why it is bad

A seed says nothing of the model: it decides which rows are held out, or where the training begins. The best of many seeds is the
luckiest draw, and its luck is in the number. In our measurements the best of 100 splits came out 0.167 above the true score
with 200 rows, and 0.077 above it with 1,000.

## Examples

\`\`\`python
from sklearn.datasets import load_wine
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

X, y = load_wine(return_X_y=True)
best, best_seed = 0, None
for seed in range(200):
    X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=seed)
    accuracy = LogisticRegression(max_iter=1000).fit(X_train, y_train).score(X_test, y_test)  # ← reported
    if accuracy > best:
        best, best_seed = accuracy, seed
print(best_seed, best)
\`\`\`

A list of scores, and the seed at its largest:

\`\`\`python
import numpy as np
import pandas as pd
from sklearn.ensemble import RandomForestRegressor
from sklearn.metrics import r2_score
from sklearn.model_selection import train_test_split

houses = pd.read_csv("houses.csv")
X, y = houses.drop(columns="price"), houses["price"]
scores = []
for i in range(100):
    X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2, random_state=i)
    model = RandomForestRegressor().fit(X_train, y_train)
    scores.append(r2_score(y_test, model.predict(X_test)))  # ← reported
state = np.argmax(scores)
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2, random_state=state)
model = RandomForestRegressor().fit(X_train, y_train)
print(r2_score(y_test, model.predict(X_test)))
\`\`\`

The seed of the model, in a function:

\`\`\`python
import pandas as pd
from sklearn.metrics import f1_score
from sklearn.model_selection import train_test_split
from sklearn.neural_network import MLPClassifier


def luckiest(X_train, X_test, y_train, y_test, tries=30):
    scores = {}
    for seed in range(tries):
        net = MLPClassifier(hidden_layer_sizes=(16,), random_state=seed)
        net.fit(X_train, y_train)
        scores[seed] = f1_score(y_test, net.predict(X_test))  # ← reported
    winner = max(scores, key=scores.get)
    return winner, scores[winner]


df = pd.read_csv("loans.csv")
print(luckiest(*train_test_split(df.drop(columns="default"), df["default"], random_state=0)))
\`\`\`

In a notebook, by the global seed:

\`\`\`python
# %% [1]
import numpy as np
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.tree import DecisionTreeClassifier
iris = pd.read_csv('iris.csv')
# %% [2]
best_score = 0
for seed in [0, 1, 7, 13, 42, 99, 2024]:
    np.random.seed(seed)
    X_train, X_test, y_train, y_test = train_test_split(iris.drop('species', axis=1), iris['species'])
    tree = DecisionTreeClassifier().fit(X_train, y_train)
    score = tree.score(X_test, y_test)  # ← reported
    if score > best_score:
        best_score = score
        best_tree = tree
# %% [3]
print('accuracy', best_score)
\`\`\`

## What to write instead

Mean and spread over repeated splits:

\`\`\`python
from sklearn.datasets import load_wine
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import RepeatedStratifiedKFold, cross_val_score

X, y = load_wine(return_X_y=True)
folds = RepeatedStratifiedKFold(n_splits=5, n_repeats=10, random_state=0)
scores = cross_val_score(LogisticRegression(max_iter=1000), X, y, cv=folds)
print(scores.mean(), scores.std())
\`\`\`

Scores over seeds, reported with their spread:

\`\`\`python
import numpy as np
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split

df = pd.read_csv("rides.csv")
scores = []
for seed in range(20):
    X_train, X_test, y_train, y_test = train_test_split(df[["km", "hour"]], df["fare"], random_state=seed)
    scores.append(Ridge().fit(X_train, y_train).score(X_test, y_test))
print(f"mean {np.mean(scores):.3f}, from {min(scores):.3f} to {max(scores):.3f}")
\`\`\`

A seed that is chosen by a validation part, where the test part is scored once:

\`\`\`python
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.neural_network import MLPRegressor

df = pd.read_csv("cells.csv")
train, test = train_test_split(df, random_state=0)
inner, check = train_test_split(train, random_state=0)
best, kept = None, None
for seed in range(5):
    net = MLPRegressor(random_state=seed).fit(inner[["a", "b"]], inner["growth"])
    score = net.score(check[["a", "b"]], check["growth"])
    if best is None or score > best:
        best, kept = score, net
print(kept.score(test[["a", "b"]], test["growth"]))
\`\`\`

Models of several seeds vote; none is picked:

\`\`\`python
import numpy as np
import pandas as pd
from sklearn.metrics import mean_absolute_error
from sklearn.model_selection import train_test_split
from sklearn.neural_network import MLPRegressor

df = pd.read_csv("rides.csv")
X_train, X_test, y_train, y_test = train_test_split(df[["km", "hour"]], df["fare"], random_state=0)
predicted = []
for seed in range(5):
    net = MLPRegressor(random_state=seed).fit(X_train, y_train)
    predicted.append(net.predict(X_test))
print(mean_absolute_error(y_test, np.mean(predicted, axis=0)))
\`\`\`

A clustering is started from several seeds, and the one that fits its own rows best is kept:

\`\`\`python
import pandas as pd
from sklearn.cluster import KMeans

shops = pd.read_csv("shops.csv")
best = None
for seed in range(10):
    clusters = KMeans(n_clusters=4, n_init=1, random_state=seed).fit(shops)
    if best is None or clusters.inertia_ < best.inertia_:
        best = clusters
print(best.inertia_)
\`\`\`

The part is called a validation part, and a competition scores the rest:

\`\`\`python
import pandas as pd
from sklearn.ensemble import ExtraTreesClassifier
from sklearn.model_selection import train_test_split

train = pd.read_csv("train.csv")
X_train, X_val, y_train, y_val = train_test_split(train.drop(columns="y"), train["y"], random_state=0)
best, model = 0, None
for seed in range(10):
    trees = ExtraTreesClassifier(random_state=seed).fit(X_train, y_train)
    score = trees.score(X_val, y_val)
    if score > best:
        best, model = score, trees
print("validation", best)
\`\`\`

Folds of a cross-validation, where the seed only shuffles:

\`\`\`python
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import KFold

df = pd.read_csv("loans.csv")
X, y = df.drop(columns="default").values, df["default"].values
best = 0
for seed in range(3):
    for inside, outside in KFold(5, shuffle=True, random_state=seed).split(X):
        score = LogisticRegression(random_state=seed).fit(X[inside], y[inside]).score(X[outside], y[outside])
        if score > best:
            best = score
print("largest fold score", best)
\`\`\`

## Fix

None. What should be reported instead — the score of one seed that was fixed beforehand, or mean and spread over many — is for people
to decide, and the loop has to be written anew for either.

## Known gaps

Seeds that reach a generator by way of \`np.random.default_rng\` or an object of one's own are not followed. A seed that people picked
by trying cannot be seen.
`,
  'threshold-tuned-on-test': `# \`threshold-tuned-on-test\`

Reports a cut-off that was chosen by scores of held-out rows and is then applied to these rows for a score.

## What it does

It follows predictions that are compared with a loop's variable (\`p > t\`, \`np.where(p >= t, 1, 0)\`) and the curves of \`roc_curve\`,
\`precision_recall_curve\` and \`det_curve\` to where the best of their scores decides: \`argmax\`, \`max(…, key=…)\`, \`if f1 > best\`. Where
the chosen cut-off is applied to predictions of the same rows and these are scored, it reports; so it does where the best score over
all cut-offs is itself what is kept.

Curves that are only drawn, areas under them, cut-offs that stand in the program, and cut-offs that were chosen by other rows — a
validation part, out-of-fold predictions — are left alone. So is all of it where another part is scored or predicted afterwards.

## Why it is bad

The cut-off fits the rows that it was chosen by, noise included. In our measurements, choosing it on 200 test rows raised their F1 by
0.054 ± 0.013 above what the same procedure gave on new rows.

## Examples

\`\`\`python
import numpy as np
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from sklearn.model_selection import train_test_split

df = pd.read_csv("loans.csv")
X_train, X_test, y_train, y_test = train_test_split(df.drop(columns="default"), df["default"], random_state=0)
clf = LogisticRegression().fit(X_train, y_train)
p = clf.predict_proba(X_test)[:, 1]
cuts = np.linspace(0.05, 0.95, 91)
t = cuts[np.argmax([f1_score(y_test, p > c) for c in cuts])]
print("F1", f1_score(y_test, p > t))  # ← reported
\`\`\`

By a curve, in a function:

\`\`\`python
import numpy as np
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import classification_report, precision_recall_curve
from sklearn.model_selection import train_test_split


def report(model, X, y):
    probability = model.predict_proba(X)[:, 1]
    precision, recall, thresholds = precision_recall_curve(y, probability)
    f1 = 2 * precision * recall / (precision + recall)
    best = thresholds[np.argmax(f1)]
    labels = (probability >= best).astype(int)
    return classification_report(y, labels)  # ← reported


df = pd.read_parquet("transactions.parquet")
X_train, X_test, y_train, y_test = train_test_split(df.drop(columns="fraud"), df["fraud"], stratify=df["fraud"])
print(report(RandomForestClassifier().fit(X_train, y_train), X_test, y_test))
\`\`\`

In a loop that keeps the best:

\`\`\`python
import numpy as np
import pandas as pd
from sklearn.metrics import accuracy_score, f1_score
from sklearn.model_selection import train_test_split
from xgboost import XGBClassifier

df = pd.read_csv("churn.csv")
X_train, X_test, y_train, y_test = train_test_split(df.drop(columns="left"), df["left"], random_state=1)
model = XGBClassifier().fit(X_train, y_train)
proba = model.predict_proba(X_test)[:, 1]
best_f1, best_threshold = 0, 0.5
for threshold in np.arange(0.1, 0.9, 0.01):
    f1 = f1_score(y_test, np.where(proba >= threshold, 1, 0))
    if f1 > best_f1:
        best_f1, best_threshold = f1, threshold
final = np.where(proba >= best_threshold, 1, 0)
print(accuracy_score(y_test, final))  # ← reported
\`\`\`

In a notebook, by Youden's index:

\`\`\`python
# %% [1]
import numpy as np
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import confusion_matrix, roc_curve
from sklearn.model_selection import train_test_split
heart = pd.read_csv('heart.csv')
X_train, X_test, y_train, y_test = train_test_split(heart.drop('sick', axis=1), heart['sick'])
# %% [2]
model = LogisticRegression().fit(X_train, y_train)
y_score = model.predict_proba(X_test)[:, 1]
fpr, tpr, thresholds = roc_curve(y_test, y_score)
cut = thresholds[(tpr - fpr).argmax()]
# %% [3]
y_pred = [1 if s >= cut else 0 for s in y_score]
print(confusion_matrix(y_test, y_pred))  # ← reported
\`\`\`

The best score over all cut-offs is what is reported:

\`\`\`python
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import fbeta_score
from sklearn.model_selection import train_test_split

df = pd.read_csv("loans.csv")
X_train, X_test, y_train, y_test = train_test_split(df.drop(columns="default"), df["default"])
p = LogisticRegression().fit(X_train, y_train).predict_proba(X_test)[:, 1]
scores = {}
for percent in range(5, 100, 5):
    scores[percent] = fbeta_score(y_test, p > percent / 100, beta=2)  # ← reported
best = max(scores, key=scores.get)
print(best, scores[best])
\`\`\`

A calibrator is fitted on the test part, and scored there:

\`\`\`python
import pandas as pd
from sklearn.calibration import CalibratedClassifierCV
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import brier_score_loss
from sklearn.model_selection import train_test_split

df = pd.read_csv("claims.csv")
X_train, X_test, y_train, y_test = train_test_split(df.drop(columns="paid"), df["paid"], random_state=0)
forest = RandomForestClassifier(random_state=0).fit(X_train, y_train)
calibrated = CalibratedClassifierCV(forest, cv="prefit", method="isotonic")
calibrated.fit(X_test, y_test)
p = calibrated.predict_proba(X_test)[:, 1]
print("Brier score", brier_score_loss(y_test, p))  # ← reported
\`\`\`

By hand, on its predictions:

\`\`\`python
import pandas as pd
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.isotonic import IsotonicRegression
from sklearn.metrics import log_loss
from sklearn.model_selection import train_test_split


def main():
    df = pd.read_csv("clicks.csv")
    train, test = train_test_split(df, random_state=0)
    features = ["hour", "device"]
    model = GradientBoostingClassifier().fit(train[features], train["click"])
    raw = model.predict_proba(test[features])[:, 1]
    isotonic = IsotonicRegression(out_of_bounds="clip")
    isotonic.fit(raw, test["click"])
    print(log_loss(test["click"], isotonic.predict(raw)))  # ← reported


main()
\`\`\`

## What to write instead

The cut-off is chosen by out-of-fold predictions of the training rows:

\`\`\`python
import numpy as np
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from sklearn.model_selection import cross_val_predict, train_test_split

df = pd.read_csv("loans.csv")
X_train, X_test, y_train, y_test = train_test_split(df.drop(columns="default"), df["default"], random_state=0)
clf = LogisticRegression()
inside = cross_val_predict(clf, X_train, y_train, cv=5, method="predict_proba")[:, 1]
cuts = np.linspace(0.05, 0.95, 91)
t = cuts[np.argmax([f1_score(y_train, inside > c) for c in cuts])]
clf.fit(X_train, y_train)
print("F1", f1_score(y_test, clf.predict_proba(X_test)[:, 1] > t))
\`\`\`

It is chosen on one part and applied to another:

\`\`\`python
import numpy as np
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score, precision_recall_curve
from sklearn.model_selection import train_test_split

df = pd.read_csv("loans.csv")
rest, final = train_test_split(df, random_state=0)
train, test = train_test_split(rest, random_state=0)
X = ["income", "age"]
clf = LogisticRegression().fit(train[X], train["default"])
p = clf.predict_proba(test[X])[:, 1]
precision, recall, cuts = precision_recall_curve(test["default"], p)
t = cuts[np.argmax(precision * recall)]
print(f1_score(test["default"], p > t))
print(f1_score(final["default"], clf.predict_proba(final[X])[:, 1] > t))
\`\`\`

A curve is drawn, its area is reported, and the point nearest to the corner is marked:

\`\`\`python
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from sklearn.metrics import roc_auc_score, roc_curve
from sklearn.model_selection import train_test_split
from sklearn.naive_bayes import GaussianNB

df = pd.read_csv("heart.csv")
X_train, X_test, y_train, y_test = train_test_split(df.drop(columns="sick"), df["sick"])
p = GaussianNB().fit(X_train, y_train).predict_proba(X_test)[:, 1]
fpr, tpr, cuts = roc_curve(y_test, p)
corner = np.argmax(tpr - fpr)
plt.plot(fpr, tpr, label=f"area {roc_auc_score(y_test, p):.2f}")
plt.plot(fpr[corner], tpr[corner], "o")
\`\`\`

The cut-off is given by the business:

\`\`\`python
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import precision_score
from sklearn.model_selection import train_test_split

df = pd.read_csv("churn.csv")
X_train, X_test, y_train, y_test = train_test_split(df.drop(columns="left"), df["left"])
p = LogisticRegression().fit(X_train, y_train).predict_proba(X_test)[:, 1]
CALL_ABOVE = 0.35
print(precision_score(y_test, p > CALL_ABOVE))
for level in (0.5, 0.7, 0.9):
    print(level, precision_score(y_test, p > level))
\`\`\`

The part is called a validation part:

\`\`\`python
import numpy as np
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from sklearn.model_selection import train_test_split

df = pd.read_csv("churn.csv")
X_train, X_val, y_train, y_val = train_test_split(df.drop(columns="left"), df["left"])
p = LogisticRegression().fit(X_train, y_train).predict_proba(X_val)[:, 1]
cuts = np.linspace(0.1, 0.9, 81)
t = cuts[np.argmax([f1_score(y_val, p > c) for c in cuts])]
print("to be used from now on", t, f1_score(y_val, p > t))
\`\`\`

The cut-off comes from the training rows, and is looked at there as well:

\`\`\`python
import numpy as np
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from sklearn.model_selection import cross_val_score, train_test_split

df = pd.read_csv("churn.csv")
X_train, X_test, y_train, y_test = train_test_split(df.drop(columns="left"), df["left"])
clf = LogisticRegression().fit(X_train, y_train)
p = clf.predict_proba(X_train)[:, 1]
cuts = np.linspace(0.1, 0.9, 81)
t = cuts[np.argmax([f1_score(y_train, p > c) for c in cuts])]
print("train", f1_score(y_train, p > t))
print("folds", cross_val_score(LogisticRegression(), X_train, y_train, scoring="f1").mean())
\`\`\`

Within the folds of a cross-validation:

\`\`\`python
import numpy as np
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from sklearn.model_selection import StratifiedKFold

df = pd.read_csv("loans.csv")
X, y = df.drop(columns="default").values, df["default"].values
cuts = np.linspace(0.1, 0.9, 81)
scores = []
for inside, outside in StratifiedKFold(5).split(X, y):
    p = LogisticRegression().fit(X[inside], y[inside]).predict_proba(X[outside])[:, 1]
    t = cuts[np.argmax([f1_score(y[outside], p > c) for c in cuts])]
    scores.append(f1_score(y[outside], p > t))
print(np.mean(scores))
\`\`\`

A calibrator that is fitted on a validation part:

\`\`\`python
import pandas as pd
from sklearn.calibration import CalibratedClassifierCV
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import brier_score_loss
from sklearn.model_selection import train_test_split

df = pd.read_csv("claims.csv")
X_train, X_test, y_train, y_test = train_test_split(df.drop(columns="paid"), df["paid"], random_state=0)
X_fit, X_cal, y_fit, y_cal = train_test_split(X_train, y_train, random_state=0)
forest = RandomForestClassifier(random_state=0).fit(X_fit, y_fit)
calibrated = CalibratedClassifierCV(forest, cv="prefit")
calibrated.fit(X_cal, y_cal)
print("fitted on", brier_score_loss(y_cal, calibrated.predict_proba(X_cal)[:, 1]))
print("held out", brier_score_loss(y_test, calibrated.predict_proba(X_test)[:, 1]))
\`\`\`

A second model that learns from predictions of a part of the training rows:

\`\`\`python
import pandas as pd
from sklearn.ensemble import RandomForestRegressor
from sklearn.linear_model import LinearRegression
from sklearn.metrics import mean_absolute_error
from sklearn.model_selection import train_test_split

df = pd.read_csv("trips.csv")
X, y = df[["km", "hour"]], df["minutes"]
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)
X_base, X_blend, y_base, y_blend = train_test_split(X_train, y_train, random_state=1)
forest = RandomForestRegressor(random_state=0).fit(X_base, y_base)
blend = LinearRegression().fit(forest.predict(X_blend).reshape(-1, 1), y_blend)
print("blend", blend.score(forest.predict(X_blend).reshape(-1, 1), y_blend))
said = blend.predict(forest.predict(X_test).reshape(-1, 1))
print("held out", mean_absolute_error(y_test, said))
\`\`\`

## Fix

None. \`TunedThresholdClassifierCV\` (scikit-learn 1.5) or out-of-fold predictions choose the cut-off by the training rows; which of
them, and by which score, is for people to decide.

## Known gaps

Cut-offs chosen within the folds of a cross-validation make its scores
too good as well; that is left alone. So is the best point of a curve that is only printed (\`f1[np.argmax(f1)]\`), and not applied.
`,
  'cross-validation-on-test': `# \`cross-validation-on-test\`

Reports a cross-validation over the held-out part by which a model is judged that was fitted on the training part.

## What it does

It reports \`cross_val_score\` and its like, or another \`fit\` of the same search, where they are given the held-out side of a split and an
estimator object that was fitted on the training side before. Both sides are followed through scalers, helpers, classes and loops.

It leaves alone cross-validations over the training part or over everything, an estimator that was never fitted on the other side, and
functions that are called with whatever part their caller chose, as long as that is the training part.

## Why it is bad

A cross-validation clones the estimator and fits the clones on slices of what it is given. Of the fitted model nothing is left but
its parameters: the number tells how well other models do that had only a part of the test rows to learn from. It is usually too low, it
varies a lot, and it is not about the model that goes into use.

## Examples

\`\`\`python
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import cross_val_score, train_test_split

df = pd.read_csv("churn.csv")
X_train, X_test, y_train, y_test = train_test_split(df.drop(columns="left"), df["left"], random_state=1)
model = LogisticRegression(max_iter=1000)
model.fit(X_train, y_train)
print(cross_val_score(model, X_test, y_test, cv=5).mean())  # ← reported
\`\`\`

In a helper that is handed both parts:

\`\`\`python
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import cross_val_score, train_test_split
from sklearn.preprocessing import Normalizer


def report(model, X, y, name):
    scores = cross_val_score(model, X, y, cv=10, scoring="roc_auc")  # ← reported
    print(name, scores.mean(), scores.std())


def main():
    df = pd.read_csv("loans.csv")
    X_train, X_test, y_train, y_test = train_test_split(df.drop(columns="default"), df["default"])
    scaler = Normalizer().fit(X_train)
    X_train, X_test = scaler.transform(X_train), scaler.transform(X_test)
    forest = RandomForestClassifier(n_estimators=300).fit(X_train, y_train)
    report(forest, X_train, y_train, "train")
    report(forest, X_test, y_test, "test")


main()
\`\`\`

For each of several models, in a notebook:

\`\`\`python
# %% [1]
from sklearn.datasets import load_breast_cancer
from sklearn.model_selection import KFold, cross_val_score, train_test_split
from sklearn.neighbors import KNeighborsClassifier
from sklearn.svm import SVC
X, y = load_breast_cancer(return_X_y=True)
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.3, random_state=7)
# %% [2]
models = {'knn': KNeighborsClassifier(), 'svm': SVC(gamma='scale')}
for name, model in models.items():
    model.fit(X_train, y_train)
    result = cross_val_score(model, X_test, y_test, cv=KFold(n_splits=10))  # ← reported
    print(name, result.mean())
\`\`\`

A search that is fitted a second time, on the held-out part:

\`\`\`python
import pandas as pd
from sklearn.model_selection import GridSearchCV, train_test_split
from sklearn.tree import DecisionTreeRegressor

flats = pd.read_csv("flats.csv")
rent = flats.pop("rent")
train, test, rent_train, rent_test = train_test_split(flats, rent, random_state=0)
search = GridSearchCV(DecisionTreeRegressor(), {"max_depth": [3, 5, 8]}, cv=5)
search.fit(train, rent_train)
print("train", search.best_score_)
search.fit(test, rent_test)  # ← reported
print("test", search.best_score_)
\`\`\`

## What to write instead

Cross-validate on the training part, then score the held-out part with the model that was fitted:

\`\`\`python
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import cross_val_score, train_test_split

df = pd.read_csv("churn.csv")
X_train, X_test, y_train, y_test = train_test_split(df.drop(columns="left"), df["left"], random_state=1)
model = LogisticRegression(max_iter=1000)
print("cross-validation", cross_val_score(model, X_train, y_train, cv=5).mean())
model.fit(X_train, y_train)
print("held out", model.score(X_test, y_test))
\`\`\`

A cross-validation over everything beside a fitted model:

\`\`\`python
from sklearn.datasets import load_iris
from sklearn.model_selection import cross_val_score, train_test_split
from sklearn.naive_bayes import GaussianNB

X, y = load_iris(return_X_y=True)
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)
model = GaussianNB().fit(X_train, y_train)
print(model.score(X_test, y_test))
print(cross_val_score(model, X, y, cv=10).mean())
\`\`\`

A dummy, which gives the same answer whatever it is fitted on:

\`\`\`python
from sklearn.datasets import load_wine
from sklearn.dummy import DummyClassifier
from sklearn.model_selection import cross_val_score, train_test_split

X, y = load_wine(return_X_y=True)
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)
floor = DummyClassifier(strategy="prior").fit(X_train, y_train)
print(cross_val_score(floor, X_test, y_test, cv=3).mean())
\`\`\`

Out-of-fold predictions of the training part, for a curve:

\`\`\`python
import pandas as pd
from sklearn.linear_model import SGDClassifier
from sklearn.metrics import precision_recall_curve
from sklearn.model_selection import cross_val_predict, train_test_split

mails = pd.read_csv("mails.csv")
X_train, X_test, y_train, y_test = train_test_split(mails.drop(columns="spam"), mails["spam"])
model = SGDClassifier().fit(X_train, y_train)
scores = cross_val_predict(model, X_train, y_train, cv=3, method="decision_function")
precision, recall, thresholds = precision_recall_curve(y_train, scores)
print(model.score(X_test, y_test))
\`\`\`

A function that is called with the training part, whatever it calls it:

\`\`\`python
import pandas as pd
from sklearn.ensemble import GradientBoostingRegressor
from sklearn.model_selection import cross_validate, train_test_split


class Study:
    def __init__(self, table):
        self.train, self.test = train_test_split(table, random_state=5)

    def evaluate(self, model, table):
        X, y = table.drop(columns="price"), table["price"]
        return cross_validate(model, X, y, scoring="r2")["test_score"].mean()

    def run(self):
        model = GradientBoostingRegressor()
        print(self.evaluate(model, self.train))
        model.fit(self.train.drop(columns="price"), self.train["price"])
        return model.score(self.test.drop(columns="price"), self.test["price"])


print(Study(pd.read_csv("flats.csv")).run())
\`\`\`

Nested cross-validation, where a library keeps the outer folds apart:

\`\`\`python
from sklearn.datasets import load_wine
from sklearn.model_selection import GridSearchCV, cross_val_score
from sklearn.svm import SVC

X, y = load_wine(return_X_y=True)
search = GridSearchCV(SVC(), {"C": [0.1, 1, 10]}, cv=3)
print(cross_val_score(search, X, y, cv=5).mean())
\`\`\`

A quick look at a small part that was drawn first, after the other one was fitted:

\`\`\`python
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import cross_val_score, train_test_split

df = pd.read_csv("sales.csv")
X_small, X_rest, y_small, y_rest = train_test_split(df.drop(columns="units"), df["units"], train_size=0.05)
model = Ridge().fit(X_rest, y_rest)
print(cross_val_score(model, X_small, y_small, cv=3).mean())
\`\`\`

## Fix

Where both calls name their rows in the same function, the cross-validation gets the training part. It is a suggestion: the number
becomes another one, and the held-out part is then free for the one score that is still to be written.

\`\`\`python
from sklearn.datasets import load_wine
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import cross_val_score, train_test_split

X, y = load_wine(return_X_y=True)
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)
model = RandomForestClassifier(random_state=0).fit(X_train, y_train)
print(cross_val_score(model, X_test, y_test, cv=3).mean())  # ← reported
\`\`\`

\`\`\`python
from sklearn.datasets import load_wine
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import cross_val_score, train_test_split

X, y = load_wine(return_X_y=True)
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)
model = RandomForestClassifier(random_state=0).fit(X_train, y_train)
print(cross_val_score(model, X_train, y_train, cv=3).mean())
\`\`\`

## Known gaps

A second estimator that is made like the first one is another object: it is not reported.
`,
  'tuned-cv-score-reported': `# \`tuned-cv-score-reported\`

Hints at the best score of a search that is shown as the model's score, where nothing else measures the model.

## What it does

It follows \`best_score_\` of a search and \`best_value\` of a study to where it is printed or displayed, and says once in a file that
it is the best of several. It is a hint: the number is not wrong, it is a little too good.

It is silent where any other rows are scored or predicted afterwards, where the search itself is cross-validated, where
the model that it found goes to a function which is not followed and may score it, where the best scores of
several searches are set beside each other, and where a search tried three configurations or fewer.

## Why it is bad

The winner's score was one of many on the same folds, and luck decides between close ones. With 25 configurations that all guess,
on 100 rows, the best showed an accuracy 0.06 above what it is worth. The fewer the rows and the more the configurations, the more.

## Examples

\`\`\`python
import numpy as np
from sklearn.datasets import load_breast_cancer
from sklearn.model_selection import GridSearchCV
from sklearn.svm import SVC

X, y = load_breast_cancer(return_X_y=True)
grid = {"C": np.logspace(-3, 3, 20), "gamma": np.logspace(-4, 1, 20)}
search = GridSearchCV(SVC(), grid, cv=5).fit(X, y)
print("accuracy", search.best_score_)  # ← reported
\`\`\`

In a function, in a sentence:

\`\`\`python
import pandas as pd
from sklearn.ensemble import RandomForestRegressor
from sklearn.model_selection import RandomizedSearchCV


def tune(X, y):
    space = {"max_depth": [3, 5, 8, None], "min_samples_leaf": [1, 2, 5, 10]}
    search = RandomizedSearchCV(RandomForestRegressor(), space, n_iter=12, scoring="r2", random_state=0)
    search.fit(X, y)
    print(f"final R2: {search.best_score_:.3f} with {search.best_params_}")  # ← reported
    return search.best_estimator_


bikes = pd.read_csv("bikes.csv")
model = tune(bikes.drop(columns="count"), bikes["count"])
\`\`\`

At the end of a cell:

\`\`\`python
# %% [1]
import pandas as pd
from sklearn.linear_model import ElasticNet
from sklearn.model_selection import GridSearchCV
df = pd.read_csv('yield.csv')
X, y = df.drop(columns='t'), df['t']
# %% [2]
search = GridSearchCV(ElasticNet(), {'alpha': [0.01, 0.1, 1, 10], 'l1_ratio': [0.2, 0.5, 0.8]}, cv=10)
search.fit(X, y)
search.best_score_  # ← reported
\`\`\`

A study that maximises a cross-validation:

\`\`\`python
import optuna
import pandas as pd
from sklearn.model_selection import cross_val_score
from sklearn.svm import SVC

df = pd.read_csv("sonar.csv")
X, y = df.drop(columns="rock"), df["rock"]


def objective(trial):
    model = SVC(C=trial.suggest_float("C", 1e-3, 1e3, log=True), gamma=trial.suggest_float("gamma", 1e-4, 1, log=True))
    return cross_val_score(model, X, y, cv=5).mean()


study = optuna.create_study(direction="maximize")
study.optimize(objective, n_trials=200)
for name, value in study.best_params.items():
    print(name, value)
print("accuracy: {:.3f}".format(study.best_value))  # ← reported
\`\`\`

## What to write instead

Cross-validate the search:

\`\`\`python
import numpy as np
from sklearn.datasets import load_breast_cancer
from sklearn.model_selection import GridSearchCV, cross_val_score
from sklearn.svm import SVC

X, y = load_breast_cancer(return_X_y=True)
search = GridSearchCV(SVC(), {"C": np.logspace(-3, 3, 20), "gamma": np.logspace(-4, 1, 20)}, cv=5)
outer = cross_val_score(search, X, y, cv=5)
print("accuracy", outer.mean(), outer.std())
print("best in the search", search.fit(X, y).best_score_)
\`\`\`

Or score a part that the search never saw:

\`\`\`python
import pandas as pd
from sklearn.model_selection import GridSearchCV, train_test_split
from sklearn.tree import DecisionTreeClassifier

df = pd.read_csv("churn.csv")
X_train, X_test, y_train, y_test = train_test_split(df.drop(columns="left"), df["left"], random_state=0)
search = GridSearchCV(DecisionTreeClassifier(), {"max_depth": [2, 4, 6, 8, 10, None]}).fit(X_train, y_train)
print("in the search", search.best_score_)
print("held out", search.score(X_test, y_test))
\`\`\`

A script that only trains: its file is the training part, and the other part is scored elsewhere:

\`\`\`python
import joblib
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import GridSearchCV

rows = pd.read_csv("data/train.csv")
search = GridSearchCV(RandomForestClassifier(random_state=0), {"max_depth": [2, 4, 8, None], "n_estimators": [50, 200]})
search.fit(rows.drop(columns="left"), rows["left"])
print("in the search", search.best_score_)
joblib.dump(search.best_estimator_, "model.joblib")
\`\`\`

Rows that others score, as in a competition:

\`\`\`python
import pandas as pd
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.model_selection import GridSearchCV

train, test = pd.read_csv("train.csv"), pd.read_csv("test.csv")
search = GridSearchCV(GradientBoostingClassifier(), {"learning_rate": [0.03, 0.1], "max_depth": [2, 3, 4]})
search.fit(train.drop(columns=["id", "target"]), train["target"])
print(search.best_score_)
test["target"] = search.predict(test.drop(columns="id"))
test[["id", "target"]].to_csv("submission.csv", index=False)
\`\`\`

Scores of searches beside each other, to choose a kind of model:

\`\`\`python
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import GridSearchCV
from sklearn.neighbors import KNeighborsRegressor

df = pd.read_csv("flats.csv")
X, y = df.drop(columns="rent"), df["rent"]
candidates = [(Ridge(), {"alpha": [0.1, 1, 10, 100]}), (KNeighborsRegressor(), {"n_neighbors": [3, 5, 9, 15]})]
for model, grid in candidates:
    search = GridSearchCV(model, grid, cv=5).fit(X, y)
    print(type(model).__name__, search.best_score_)
\`\`\`

Two or three configurations leave little room for luck:

\`\`\`python
from sklearn.datasets import load_wine
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GridSearchCV

X, y = load_wine(return_X_y=True)
search = GridSearchCV(LogisticRegression(max_iter=5000), {"C": [0.1, 1, 10]}, cv=10).fit(X, y)
print(search.best_score_)
\`\`\`

A best score that serves to decide, and is not shown:

\`\`\`python
import joblib
from sklearn.datasets import load_diabetes
from sklearn.linear_model import Lasso
from sklearn.model_selection import GridSearchCV

X, y = load_diabetes(return_X_y=True)
search = GridSearchCV(Lasso(), {"alpha": [0.01, 0.03, 0.1, 0.3, 1.0]}).fit(X, y)
if search.best_score_ > 0.3:
    joblib.dump(search.best_estimator_, "model.joblib")
\`\`\`

## Fix

Where the rows of the search have names, the number becomes that of a cross-validation of the search, which chooses anew in each outer
fold. It is a suggestion: it takes as many searches as there are folds.

\`\`\`python
from sklearn.datasets import load_wine
from sklearn.model_selection import GridSearchCV
from sklearn.tree import DecisionTreeClassifier

X, y = load_wine(return_X_y=True)
search = GridSearchCV(DecisionTreeClassifier(random_state=0), {"max_depth": [1, 2, 3, 4, 5], "min_samples_leaf": [1, 5]})
search.fit(X, y)
print(search.best_score_)  # ← reported
\`\`\`

\`\`\`python
from sklearn.model_selection import cross_val_score
from sklearn.datasets import load_wine
from sklearn.model_selection import GridSearchCV
from sklearn.tree import DecisionTreeClassifier

X, y = load_wine(return_X_y=True)
search = GridSearchCV(DecisionTreeClassifier(random_state=0), {"max_depth": [1, 2, 3, 4, 5], "min_samples_leaf": [1, 5]})
search.fit(X, y)
print(cross_val_score(search, X, y).mean())
\`\`\`

## Known gaps

The best row of \`cv_results_\`, and scores that are sent to a tracker, are not followed.
`,
  'evaluate-after-resplit': `# \`evaluate-after-resplit\`

Reports a score of a model on the held-out part of another split than the one that it was fitted on.

## What it does

It tells one split from another: \`train_test_split\` and splitters that split once, called again on the same rows without a seed or with
another one, part them in another way. It reports when a model that was fitted on the training part of one such split is scored on the
held-out part of another. That happens in notebooks, where a cell with the split is copied further down, in loops that keep a model from
an earlier round, and where a function that trains and one that evaluates each split for themselves.

The same splitter with the same arguments and the same seed, on the same rows, is the same split: it is left alone, wherever it is
called. So is a model that is fitted again after the second split, a split of other rows, and a split whose seed cannot be told, unless a loop gives it one seed after the other.

## Why it is bad

Both splits draw from the same rows. With the usual quarter held out, three in four rows that the model is scored on are rows that it
was fitted on: the score is largely that of training rows.

## Examples

\`\`\`python
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.tree import DecisionTreeClassifier

df = pd.read_csv("credit.csv")
X, y = df.drop(columns="bad"), df["bad"]
X_train, X_test, y_train, y_test = train_test_split(X, y)
model = DecisionTreeClassifier().fit(X_train, y_train)
X_train, X_test, y_train, y_test = train_test_split(X, y)
print(model.score(X_test, y_test))  # ← reported
\`\`\`

A function that trains and one that evaluates, each with a split of its own:

\`\`\`python
import pandas as pd
from sklearn.ensemble import RandomForestRegressor
from sklearn.metrics import mean_absolute_error
from sklearn.model_selection import train_test_split


def load():
    bikes = pd.read_csv("bikes.csv")
    return train_test_split(bikes.drop(columns="count"), bikes["count"], test_size=0.2)


def train():
    X_train, _, y_train, _ = load()
    return RandomForestRegressor().fit(X_train, y_train)


def evaluate(model):
    _, X_test, _, y_test = load()
    print(mean_absolute_error(y_test, model.predict(X_test)))  # ← reported


evaluate(train())
\`\`\`

In a notebook, with another seed further down:

\`\`\`python
# %% [1]
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
df = pd.read_csv('patients.csv')
X, y = df.drop('ill', axis=1), df['ill']
# %% [2]
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)
model = LogisticRegression().fit(X_train, y_train)
# %% [3]
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=42, stratify=y)
roc_auc_score(y_test, model.predict_proba(X_test)[:, 1])  # ← reported
\`\`\`

A loop that draws a split in each round, and a model from before the last one:

\`\`\`python
import numpy as np
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.svm import SVC

df = pd.read_csv("sonar.csv")
X, y = df.iloc[:, :-1], df.iloc[:, -1]
first = None
scores = []
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)
first = SVC().fit(X_train, y_train)
for seed in [1, 2, 3]:
    X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=seed)
    scores.append(first.score(X_test, y_test))  # ← reported
print(np.mean(scores))
\`\`\`

## What to write instead

Split once:

\`\`\`python
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.tree import DecisionTreeClassifier

df = pd.read_csv("credit.csv")
X_train, X_test, y_train, y_test = train_test_split(df.drop(columns="bad"), df["bad"], random_state=0)
model = DecisionTreeClassifier().fit(X_train, y_train)
print(model.score(X_test, y_test))
\`\`\`

Each of several models is fitted again on every new split, in a function that may not know their names:

\`\`\`python
import numpy as np
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsClassifier
from sklearn.tree import DecisionTreeClassifier

df = pd.read_csv("credit.csv")
X, y = df.drop(columns="bad"), df["bad"]
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)
models = [LogisticRegression(C=0.1), KNeighborsClassifier(10), DecisionTreeClassifier(max_depth=4)]
for model in models:
    model.fit(X_train, y_train)
    print(model.score(X_test, y_test))


def repeat(models, names=None, runs=10):
    if names is None:
        names = [type(model).__name__ for model in models]
    means = {}
    for name, model in zip(names, models):
        scores = []
        for run in range(runs):
            X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2)
            model.fit(X_train, y_train)
            scores.append(model.score(X_test, y_test))
        means[name] = np.mean(scores)
    return means


print(repeat(models, names=["linear", "near", "tree"]))
\`\`\`

Or the same seed and the same arguments wherever the rows are split:

\`\`\`python
import pandas as pd
from sklearn.ensemble import RandomForestRegressor
from sklearn.model_selection import train_test_split

SEED = 20


def load():
    bikes = pd.read_csv("bikes.csv")
    return train_test_split(bikes.drop(columns="count"), bikes["count"], test_size=0.2, random_state=SEED)


def train():
    X_train, _, y_train, _ = load()
    return RandomForestRegressor().fit(X_train, y_train)


def evaluate(model):
    _, X_test, _, y_test = load()
    return model.score(X_test, y_test)


print(evaluate(train()))
\`\`\`

A model that is fitted again after each split:

\`\`\`python
import numpy as np
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split

df = pd.read_csv("yield.csv")
model = Ridge()
scores = []
for i in range(50):
    X_train, X_test, y_train, y_test = train_test_split(df.drop(columns="t"), df["t"], random_state=i)
    model.fit(X_train, y_train)
    scores.append(model.score(X_test, y_test))
print(np.mean(scores), np.std(scores))
\`\`\`

A validation part that is split off the training part: the model has seen none of the test rows.

\`\`\`python
import pandas as pd
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.model_selection import train_test_split

df = pd.read_csv("fraud.csv")
X_rest, X_test, y_rest, y_test = train_test_split(df.drop(columns="fraud"), df["fraud"])
X_train, X_val, y_train, y_val = train_test_split(X_rest, y_rest)
model = GradientBoostingClassifier().fit(X_train, y_train)
print(model.score(X_val, y_val), model.score(X_test, y_test))
\`\`\`

Two files are two sets of rows:

\`\`\`python
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

north, south = pd.read_csv("north.csv"), pd.read_csv("south.csv")
N_train, N_test, n_train, n_test = train_test_split(north.drop(columns="y"), north["y"])
S_train, S_test, s_train, s_test = train_test_split(south.drop(columns="y"), south["y"])
model = LogisticRegression().fit(N_train, n_train)
print("at home", model.score(N_test, n_test), "abroad", model.score(S_test, s_test))
\`\`\`

Where NumPy's generator is seeded before each of them, the two splits may well be the same:

\`\`\`python
import numpy as np
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsClassifier

df = pd.read_csv("digits.csv")
X, y = df.drop(columns="digit"), df["digit"]
np.random.seed(3)
X_train, _, y_train, _ = train_test_split(X, y)
model = KNeighborsClassifier().fit(X_train, y_train)
np.random.seed(3)
_, X_test, _, y_test = train_test_split(X, y)
print(model.score(X_test, y_test))
\`\`\`

## Fix

A second split that is written exactly like the first one is removed: nothing else changes. Where the two are written differently and
at most one has a seed, both get the same one, as a suggestion: other arguments may still part the rows in another way.

\`\`\`python
from sklearn.datasets import load_wine
from sklearn.model_selection import train_test_split
from sklearn.tree import DecisionTreeClassifier

X, y = load_wine(return_X_y=True)
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.3)
model = DecisionTreeClassifier().fit(X_train, y_train)
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.3)
print(model.score(X_test, y_test))  # ← reported
\`\`\`

\`\`\`python
from sklearn.datasets import load_wine
from sklearn.model_selection import train_test_split
from sklearn.tree import DecisionTreeClassifier

X, y = load_wine(return_X_y=True)
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.3)
model = DecisionTreeClassifier().fit(X_train, y_train)
print(model.score(X_test, y_test))
\`\`\`

\`\`\`python
from sklearn.datasets import load_wine
from sklearn.model_selection import train_test_split
from sklearn.tree import DecisionTreeClassifier

X, y = load_wine(return_X_y=True)
A, _, a, _ = train_test_split(X, y, random_state=8)
model = DecisionTreeClassifier().fit(A, a)
_, B, _, b = train_test_split(X, y)
print(model.score(B, b))  # ← reported
\`\`\`

\`\`\`python
from sklearn.datasets import load_wine
from sklearn.model_selection import train_test_split
from sklearn.tree import DecisionTreeClassifier

X, y = load_wine(return_X_y=True)
A, _, a, _ = train_test_split(X, y, random_state=8)
model = DecisionTreeClassifier().fit(A, a)
_, B, _, b = train_test_split(X, y, random_state=8)
print(model.score(B, b))
\`\`\`

## Known gaps

Rows that were shuffled in between are parted in another way by the same seed: that is not seen. Nor are splits by \`df.sample\`, a model that is
kept in a file and loaded again, and a training and an evaluating script that are two files.
`,
  'model-reused-across-folds': `# \`model-reused-across-folds\`

Reports a model that goes on learning from fold to fold, so that it is scored on rows that it was trained on in an earlier fold.

## What it does

It knows which fits begin anew and which go on from what was learned before: those of Keras models do, \`partial_fit\` does, so does any
\`fit\` with \`warm_start=True\`, and boosters that are handed an earlier one by \`xgb_model=\` or \`init_model=\`. It reports when such a fit
stands in a loop over folds, or over seeds of a split, the model was made outside of the loop, and its held-out rows are scored inside. A split without
a seed that each round makes again is the matter of \`evaluate-after-resplit\`.

It leaves alone models of scikit-learn, XGBoost and LightGBM that forget at every \`fit\`; models that are made, cloned or given their first
weights again in each fold; models that are handed to a function that is not known, which may reset them; and folds in time, where the
past may be learned on from.

## Why it is bad

From the second fold on, the held-out rows were training rows a fold ago. The scores rise from fold to fold, and their mean says how
well the model remembers.

## Examples

\`\`\`python
import numpy as np
from sklearn.model_selection import KFold
from tensorflow import keras

X, y = np.load("x.npy"), np.load("y.npy")
net = keras.Sequential([keras.layers.Dense(32, activation="relu"), keras.layers.Dense(1, activation="sigmoid")])
net.compile(loss="binary_crossentropy", optimizer="adam", metrics=["accuracy"])
scores = []
for train, test in KFold(5).split(X):
    net.fit(X[train], y[train], epochs=10, verbose=0)  # ← reported
    scores.append(net.evaluate(X[test], y[test], verbose=0)[1])
print(np.mean(scores))
\`\`\`

A model that a function made, once:

\`\`\`python
import pandas as pd
from sklearn.metrics import mean_squared_error
from sklearn.model_selection import KFold
from tensorflow.keras.layers import Dense
from tensorflow.keras.models import Sequential


def build(width):
    model = Sequential()
    model.add(Dense(64, activation="relu", input_dim=width))
    model.add(Dense(1))
    model.compile(loss="mse", optimizer="adam")
    return model


houses = pd.read_csv("houses.csv")
X, y = houses.drop(columns="price").values, houses["price"].values
model = build(X.shape[1])
errors = []
for fold, (train, test) in enumerate(KFold(n_splits=10, shuffle=True).split(X)):
    model.fit(X[train], y[train], epochs=50, batch_size=16)  # ← reported
    errors.append(mean_squared_error(y[test], model.predict(X[test])))
    print(fold, errors[-1])
\`\`\`

Learning in portions, in a notebook:

\`\`\`python
# %% [1]
import pandas as pd
from sklearn.linear_model import SGDClassifier
from sklearn.model_selection import StratifiedKFold
df = pd.read_parquet('clicks.parquet')
X, y = df.drop(columns='clicked').to_numpy(), df['clicked'].to_numpy()
clf = SGDClassifier(loss='log_loss')
# %% [2]
folds = list(StratifiedKFold(5, shuffle=True, random_state=0).split(X, y))
for train, test in folds:
    clf.partial_fit(X[train], y[train], classes=[0, 1])  # ← reported
    print(clf.score(X[test], y[test]))
\`\`\`

A warm start, in a class:

\`\`\`python
import numpy as np
from sklearn.datasets import load_digits
from sklearn.model_selection import KFold
from sklearn.neural_network import MLPClassifier


class CrossValidation:
    def __init__(self):
        self.X, self.y = load_digits(return_X_y=True)
        self.model = MLPClassifier(hidden_layer_sizes=(64,), warm_start=True)

    def run(self, k):
        scores = []
        for train, test in KFold(k, shuffle=True).split(self.X):
            self.model.fit(self.X[train], self.y[train])  # ← reported
            scores.append(self.model.score(self.X[test], self.y[test]))
        return np.mean(scores)


print(CrossValidation().run(5))
\`\`\`

## What to write instead

Make the model in the fold:

\`\`\`python
import numpy as np
from sklearn.model_selection import KFold
from tensorflow import keras


def build():
    net = keras.Sequential([keras.layers.Dense(32, activation="relu"), keras.layers.Dense(1, activation="sigmoid")])
    net.compile(loss="binary_crossentropy", optimizer="adam", metrics=["accuracy"])
    return net


X, y = np.load("x.npy"), np.load("y.npy")
scores = []
for train, test in KFold(5).split(X):
    net = build()
    net.fit(X[train], y[train], epochs=10, verbose=0)
    scores.append(net.evaluate(X[test], y[test], verbose=0)[1])
print(np.mean(scores))
\`\`\`

Or give it its first weights again:

\`\`\`python
import numpy as np
from sklearn.model_selection import KFold
from tensorflow.keras.layers import Dense
from tensorflow.keras.models import Sequential

X, y = np.load("x.npy"), np.load("y.npy")
net = Sequential([Dense(16, activation="relu"), Dense(1)])
net.compile(loss="mse", optimizer="adam")
start = net.get_weights()
for train, test in KFold(5).split(X):
    net.set_weights(start)
    net.fit(X[train], y[train], epochs=20)
    print(net.evaluate(X[test], y[test]))
\`\`\`

Models of scikit-learn forget whatever they learned when they are fitted again:

\`\`\`python
import numpy as np
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import StratifiedKFold
from sklearn.neural_network import MLPClassifier

df = pd.read_csv("wine.csv")
X, y = df.drop(columns="kind").values, df["kind"].values
for model in [RandomForestClassifier(), MLPClassifier(max_iter=500)]:
    scores = []
    for train, test in StratifiedKFold(5).split(X, y):
        model.fit(X[train], y[train])
        scores.append(model.score(X[test], y[test]))
    print(np.mean(scores))
\`\`\`

A copy of the network that was not trained yet, in each fold:

\`\`\`python
import numpy as np
from sklearn.model_selection import RepeatedKFold
from tensorflow import keras

X, y = np.load("x.npy"), np.load("y.npy")
template = keras.Sequential([keras.layers.Dense(8, activation="relu"), keras.layers.Dense(1)])
for train, test in RepeatedKFold(n_splits=5, n_repeats=2).split(X):
    net = keras.models.clone_model(template)
    net.compile(loss="mae", optimizer="adam")
    net.fit(X[train], y[train], epochs=5)
    print(net.evaluate(X[test], y[test]))
\`\`\`

Folds in time: the model goes on from the past, as it will in use.

\`\`\`python
import numpy as np
import pandas as pd
from sklearn.linear_model import SGDRegressor
from sklearn.model_selection import TimeSeriesSplit

load = pd.read_csv("load.csv", parse_dates=["hour"]).sort_values("hour")
X, y = load[["lag_1", "lag_24"]].values, load["mw"].values
model = SGDRegressor()
errors = []
for past, future in TimeSeriesSplit(10).split(X):
    model.partial_fit(X[past], y[past])
    errors.append(np.abs(y[future] - model.predict(X[future])).mean())
print(np.mean(errors))
\`\`\`

A network that learns from all folds and is scored on a part that was kept apart:

\`\`\`python
import numpy as np
from sklearn.model_selection import KFold, train_test_split
from tensorflow.keras.layers import Dense
from tensorflow.keras.models import Sequential

X, y = np.load("x.npy"), np.load("y.npy")
X_dev, X_test, y_dev, y_test = train_test_split(X, y, random_state=0)
net = Sequential([Dense(16, activation="relu"), Dense(1)])
net.compile(loss="mse", optimizer="adam")
for part, _ in KFold(5).split(X_dev):
    net.fit(X_dev[part], y_dev[part], epochs=5)
print(net.evaluate(X_test, y_test))
\`\`\`

## Fix

Where the model is made in one line before the loop and nothing touches it in between, the line moves into the loop's body.

\`\`\`python
from sklearn.datasets import load_digits
from sklearn.linear_model import SGDClassifier
from sklearn.model_selection import KFold

X, y = load_digits(return_X_y=True)
clf = SGDClassifier(random_state=0)
for train, test in KFold(5, shuffle=True, random_state=0).split(X):
    clf.partial_fit(X[train], y[train], classes=list(range(10)))  # ← reported
    print(clf.score(X[test], y[test]))
\`\`\`

\`\`\`python
from sklearn.datasets import load_digits
from sklearn.linear_model import SGDClassifier
from sklearn.model_selection import KFold

X, y = load_digits(return_X_y=True)
for train, test in KFold(5, shuffle=True, random_state=0).split(X):
    clf = SGDClassifier(random_state=0)
    clf.partial_fit(X[train], y[train], classes=list(range(10)))
    print(clf.score(X[test], y[test]))
\`\`\`

## Known gaps

Networks of PyTorch whose training is done by a function of another module are not followed.
`,
  'accuracy-on-imbalanced': `# \`accuracy-on-imbalanced\`

Reports accuracy as the only number of a model whose own code says that one class is rare.

## What it does

It looks for programs that treat the classes as unequally frequent: a \`class_weight\` that is written class by class, \`scale_pos_weight\`, a sampler such as
\`SMOTE\` on the training rows, \`make_classification(weights=…)\`. \`class_weight="balanced"\` is asked for where classes are equally frequent as well: it counts only
where the answers or their file are named by what happens to few, as \`fraud\` is. Where all that is measured on held-out rows is the accuracy (\`accuracy_score\`, a classifier's
\`score\`), it reports the first such score.

It leaves alone programs that name any other metric for classes (precision, recall, F1, ROC, a confusion matrix), test rows that were balanced too, data sets of libraries,
and what looks like more than two classes. It reports once a file.

## Why it is bad

With 3 % positives, always saying "no" is right in 97 % of all cases. A model that finds half of the positives and raises as many false alarms has the same accuracy.

## Examples

\`\`\`python
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

df = pd.read_csv("payments.csv")
X_train, X_test, y_train, y_test = train_test_split(df[["amount", "age"]], df["fraud"], random_state=0)
model = LogisticRegression(class_weight="balanced")
model.fit(X_train, y_train)
print("accuracy", model.score(X_test, y_test))  # ← reported
\`\`\`

The rare class is oversampled in the training part:

\`\`\`python
import pandas as pd
from imblearn.over_sampling import SMOTE
from sklearn.metrics import accuracy_score
from sklearn.model_selection import train_test_split
from sklearn.tree import DecisionTreeClassifier


def train(X, y):
    X, y = SMOTE(random_state=0).fit_resample(X, y)
    return DecisionTreeClassifier(max_depth=5).fit(X, y)


df = pd.read_csv("machines.csv")
X, y = df[["heat", "noise"]], df["broken"]
X_train, X_test, y_train, y_test = train_test_split(X, y, stratify=y, random_state=0)
tree = train(X_train, y_train)
print(accuracy_score(y_test, tree.predict(X_test)))  # ← reported
\`\`\`

A class, with the weight as an argument of a boosted model:

\`\`\`python
import pandas as pd
from sklearn.metrics import accuracy_score
from sklearn.model_selection import train_test_split
from xgboost import XGBClassifier


class Detector:
    def __init__(self, ratio):
        self.model = XGBClassifier(scale_pos_weight=ratio)

    def fit(self, X, y):
        self.model.fit(X, y)
        return self

    def accuracy(self, X, y):
        return accuracy_score(y, self.model.predict(X))  # ← reported


df = pd.read_csv("claims.csv")
X_train, X_test, y_train, y_test = train_test_split(df[["sum", "days"]], df["fraud"], random_state=0)
print(Detector(25).fit(X_train, y_train).accuracy(X_test, y_test))
\`\`\`

In a loop over models, reported at the first:

\`\`\`python
import pandas as pd
from imblearn.over_sampling import RandomOverSampler
from imblearn.pipeline import make_pipeline
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.naive_bayes import GaussianNB

df = pd.read_csv("churn.csv")
X_train, X_test, y_train, y_test = train_test_split(df[["calls", "bill"]], df["left"], random_state=0)
for model in [GaussianNB(), LogisticRegression()]:
    pipeline = make_pipeline(RandomOverSampler(random_state=0), model)
    pipeline.fit(X_train, y_train)
    print(type(model).__name__, pipeline.score(X_test, y_test))  # ← reported
\`\`\`

In a notebook, with drawn rows:

\`\`\`python
# %% [1]
from sklearn.datasets import make_classification
from sklearn.model_selection import train_test_split
from sklearn.svm import SVC
X, y = make_classification(n_samples=5000, weights=[0.97], random_state=0)
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)
# %% [2]
svc = SVC().fit(X_train, y_train)
svc.score(X_test, y_test)  # ← reported
\`\`\`

## What to write instead

\`\`\`python
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score, classification_report
from sklearn.model_selection import train_test_split

df = pd.read_csv("payments.csv")
X_train, X_test, y_train, y_test = train_test_split(df[["amount", "age"]], df["fraud"], random_state=0)
model = LogisticRegression(class_weight="balanced").fit(X_train, y_train)
print(model.score(X_test, y_test))
print(classification_report(y_test, model.predict(X_test)))
print("AP", average_precision_score(y_test, model.predict_proba(X_test)[:, 1]))
\`\`\`

Nothing says that a class is rare:

\`\`\`python
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

df = pd.read_csv("coins.csv")
X_train, X_test, y_train, y_test = train_test_split(df[["edge", "weight"]], df["heads"], random_state=0)
model = LogisticRegression(class_weight=None).fit(X_train, y_train)
print("accuracy", model.score(X_test, y_test))
\`\`\`

Weights that are the same for both classes, in a loop:

\`\`\`python
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

df = pd.read_csv("coins.csv")
X_train, X_test, y_train, y_test = train_test_split(df[["edge", "weight"]], df["heads"], random_state=0)
for scale in [1, 10]:
    model = LogisticRegression(class_weight={0: 1, 1: 1}, C=scale).fit(X_train, y_train)
    print("accuracy", model.score(X_test, y_test))
\`\`\`

A regression:

\`\`\`python
import pandas as pd
from imblearn.under_sampling import RandomUnderSampler
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split


class Costs:
    def __init__(self, path):
        self.claims = pd.read_csv(path)

    def run(self):
        X, y = self.claims[["days", "sum"]], self.claims["cost"]
        X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)
        X_train, y_train = RandomUnderSampler().fit_resample(X_train, y_train)
        print(Ridge().fit(X_train, y_train).score(X_test, y_test))


Costs("claims.csv").run()
\`\`\`

The test part is thinned out by itself, so that both classes are equally frequent in it:

\`\`\`python
import pandas as pd
from imblearn.under_sampling import RandomUnderSampler
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

df = pd.read_csv("payments.csv")
X_train, X_test, y_train, y_test = train_test_split(df[["amount", "age"]], df["fraud"], random_state=0)
sampler = RandomUnderSampler(random_state=0)
X_train, y_train = sampler.fit_resample(X_train, y_train)
X_test, y_test = sampler.fit_resample(X_test, y_test)  # ← reported
model = LogisticRegression().fit(X_train, y_train)
print("accuracy, where half of the cases are frauds", model.score(X_test, y_test))
\`\`\`

Weights by the classes' frequencies, which may be equal:

\`\`\`python
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import train_test_split

df = pd.read_csv("passengers.csv")
X_train, X_test, y_train, y_test = train_test_split(df[["deck", "age"]], df["arrived"], random_state=0)
forest = RandomForestClassifier(class_weight="balanced", random_state=0).fit(X_train, y_train)
print("accuracy", forest.score(X_test, y_test))
\`\`\`

Many classes, and a data set that everybody knows:

\`\`\`python
# %% [1]
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
df = pd.read_csv("topics.csv")
X_train, X_test, y_train, y_test = train_test_split(df.drop(columns="topic"), df["topic"], random_state=0)
model = LogisticRegression(class_weight={0: 1, 1: 4, 2: 9}, multi_class="multinomial").fit(X_train, y_train)
model.score(X_test, y_test)
\`\`\`

\`\`\`python
from sklearn.datasets import load_breast_cancer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

X, y = load_breast_cancer(return_X_y=True)
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)
model = LogisticRegression(class_weight={0: 2, 1: 1}, max_iter=5000).fit(X_train, y_train)
print(model.score(X_test, y_test))
\`\`\`

## Fix

The fix prints precision and recall of each class below the accuracy.

\`\`\`python
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

df = pd.DataFrame({"amount": range(40), "age": [3, 1] * 20, "fraud": [0, 0, 0, 1] * 10})
X_train, X_test, y_train, y_test = train_test_split(df[["amount", "age"]], df["fraud"], random_state=0)
model = LogisticRegression(class_weight="balanced").fit(X_train, y_train)
print("accuracy", model.score(X_test, y_test))  # ← reported
\`\`\`

\`\`\`python
from sklearn.metrics import classification_report
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

df = pd.DataFrame({"amount": range(40), "age": [3, 1] * 20, "fraud": [0, 0, 0, 1] * 10})
X_train, X_test, y_train, y_test = train_test_split(df[["amount", "age"]], df["fraud"], random_state=0)
model = LogisticRegression(class_weight="balanced").fit(X_train, y_train)
print("accuracy", model.score(X_test, y_test))
print(classification_report(y_test, model.predict(X_test)))
\`\`\`

## Known gaps

That a class is rare is not read from the data, nor from a name such as \`fraud\` alone. A network of Keras that is compiled with \`metrics=["accuracy"]\` is not reported.
`,
  'inconsistent-preprocessing': `# \`inconsistent-preprocessing\`

Reports rows that a model predicts without the transformers that its training rows went through, or with one that they did not.

## What it does

It follows both parts of a table from where they part, or two files from where they are loaded: which columns were taken, and which
fitted transformers they went through. It reports a prediction or a score where the only difference is that a transformer is missing
on one side.

It leaves alone transformers inside a Pipeline, samplers, filters and added rows, which change which rows there are and not what their
values mean, a transformer that was fitted again on the test part (\`refit-on-test\` reports that), whatever depends on the path taken,
and rows that went through a function that cannot be seen.

## Why it is bad

The model learned what values mean after scaling, and is asked about values before it: to it, an age of 40 years is forty standard
deviations above the mean. The score says how the model does on such rows, not how it will do when they are prepared as in training.

## Examples

\`\`\`python
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsClassifier
from sklearn.preprocessing import StandardScaler

df = pd.read_csv("wine.csv")
X_train, X_test, y_train, y_test = train_test_split(df[["acid", "sugar"]], df["good"], random_state=0)
scaler = StandardScaler()
X_train_scaled = scaler.fit_transform(X_train)
knn = KNeighborsClassifier().fit(X_train_scaled, y_train)
print(knn.score(X_test, y_test))  # ← reported
\`\`\`

The test part is scaled, and the other variable is passed, in a notebook:

\`\`\`python
# %% [1]
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import MinMaxScaler
from sklearn.svm import SVR
df = pd.read_csv('houses.csv')
X_train, X_test, y_train, y_test = train_test_split(df[['area', 'rooms']], df['price'])
# %% [2]
scaler = MinMaxScaler().fit(X_train)
X_train_01 = scaler.transform(X_train)
X_test_01 = scaler.transform(X_test)
# %% [3]
svr = SVR().fit(X_train_01, y_train)
predicted = svr.predict(X_test)  # ← reported
# %% [4]
from sklearn.metrics import mean_absolute_error
mean_absolute_error(y_test, predicted)
\`\`\`

A class that scales what it learns from, and not what it is asked:

\`\`\`python
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler


class Classifier:
    def __init__(self):
        self.scaler = StandardScaler()
        self.model = LogisticRegression()

    def fit(self, X, y):
        self.model.fit(self.scaler.fit_transform(X), y)

    def predict(self, X):
        return self.model.predict(X)  # ← reported


df = pd.read_csv("patients.csv")
X_train, X_test, y_train, y_test = train_test_split(df[["age", "dose"]], df["cured"], stratify=df["cured"])
classifier = Classifier()
classifier.fit(X_train, y_train)
print(f1_score(y_test, classifier.predict(X_test)))
\`\`\`

Of two steps, the test part goes through the first only:

\`\`\`python
import pandas as pd
from sklearn.feature_extraction.text import CountVectorizer, TfidfTransformer
from sklearn.model_selection import train_test_split
from sklearn.naive_bayes import MultinomialNB

df = pd.read_csv("mails.csv")
texts_train, texts_test, y_train, y_test = train_test_split(df["text"], df["spam"])
counts, weights = CountVectorizer(), TfidfTransformer()
X_train = weights.fit_transform(counts.fit_transform(texts_train))
X_test = counts.transform(texts_test)
print(MultinomialNB().fit(X_train, y_train).score(X_test, y_test))  # ← reported
\`\`\`

The other way round: the model was fitted before scaling, the test part is scaled; and some columns of one part only:

\`\`\`python
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.metrics import mean_squared_error
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

df = pd.read_csv("rents.csv")
for district in ["north", "south"]:
    part = df[df.district == district]
    X_train, X_test, y_train, y_test = train_test_split(part[["area", "floor"]], part["rent"])
    scaler = StandardScaler().fit(X_train)
    model = Ridge().fit(X_train, y_train)
    print(mean_squared_error(y_test, model.predict(scaler.transform(X_test))))  # ← reported

X_train, X_test, y_train, y_test = train_test_split(df[["area", "floor"]], df["rent"])
X_train[["area"]] = StandardScaler().fit_transform(X_train[["area"]])
print(Ridge().fit(X_train, y_train).score(X_test, y_test))  # ← reported
\`\`\`

## What to write instead

Both parts go through the same transformer, or it is a step of the model:

\`\`\`python
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

df = pd.read_csv("wine.csv")
X_train, X_test, y_train, y_test = train_test_split(df[["acid", "sugar"]], df["good"], random_state=0)
scaler = StandardScaler()
knn = KNeighborsClassifier().fit(scaler.fit_transform(X_train), y_train)
print(knn.score(scaler.transform(X_test), y_test))
model = make_pipeline(StandardScaler(), KNeighborsClassifier()).fit(X_train, y_train)
print(model.score(X_test, y_test))
\`\`\`

Steps that are for the training part only change which rows there are, in a notebook:

\`\`\`python
# %% [1]
import pandas as pd
from imblearn.over_sampling import SMOTE
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import recall_score
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import RobustScaler
df = pd.read_csv('fraud.csv')
X_train, X_test, y_train, y_test = train_test_split(df[['amount', 'hour']], df['fraud'], stratify=df['fraud'])
# %% [2]
usual = X_train['amount'] < 10_000
scaler = RobustScaler()
X_fit = scaler.fit_transform(X_train[usual])
X_fit, y_fit = SMOTE(random_state=0).fit_resample(X_fit, y_train[usual])
# %% [3]
model = LogisticRegression().fit(X_fit, y_fit)
recall_score(y_test, model.predict(scaler.transform(X_test)))
\`\`\`

Some models want scaled rows, others do not; each is given what it was fitted on:

\`\`\`python
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVC
from sklearn.tree import DecisionTreeClassifier

df = pd.read_csv("cells.csv")
X_train, X_test, y_train, y_test = train_test_split(df[["size", "shape"]], df["kind"])
scaler = StandardScaler()
scaled = scaler.fit_transform(X_train), scaler.transform(X_test)
for model, (train, test) in [(SVC(), scaled), (DecisionTreeClassifier(), (X_train, X_test))]:
    model.fit(train, y_train)
    print(model.score(test, y_test))
\`\`\`

Whether rows are scaled depends on a switch, for both parts alike:

\`\`\`python
import sys

import pandas as pd
from sklearn.linear_model import Lasso
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

df = pd.read_csv("yields.csv")
X_train, X_test, y_train, y_test = train_test_split(df[["rain", "sun"]], df["yield"])
scaler = StandardScaler().fit(X_train)
model = Lasso(alpha=0.1)
if "--scale" in sys.argv:
    model.fit(scaler.transform(X_train), y_train)
else:
    model.fit(X_train, y_train)
if "--scale" in sys.argv:
    print(model.score(scaler.transform(X_test), y_test))
else:
    print(model.score(X_test, y_test))
\`\`\`

A function that cannot be seen may do anything:

\`\`\`python
import pandas as pd
from features import prepared
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler


def main(path):
    df = pd.read_csv(path)
    X_train, X_test, y_train, y_test = train_test_split(df[["speed", "load"]], df["wear"])
    scaler = StandardScaler()
    model = Ridge().fit(scaler.fit_transform(X_train), y_train)
    return model.score(prepared(X_test, scaler), y_test)


print(main("machines.csv"))
\`\`\`

The target is scaled, and predictions are brought back:

\`\`\`python
import pandas as pd
from sklearn.linear_model import LinearRegression
from sklearn.metrics import mean_absolute_error
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

df = pd.read_csv("load.csv")
X_train, X_test, y_train, y_test = train_test_split(df[["temperature"]], df[["load"]])
scaler = StandardScaler()
model = LinearRegression().fit(X_train, scaler.fit_transform(y_train))
print(mean_absolute_error(y_test, scaler.inverse_transform(model.predict(X_test))))
\`\`\`

## Fix

Where the transformer has a name and learned in the same function, what is predicted is passed through it. Where it is the training
rows that went without, they are passed through it instead: a suggestion, since the model becomes another one.

\`\`\`python
from sklearn.datasets import load_wine
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsClassifier
from sklearn.preprocessing import StandardScaler

X, y = load_wine(return_X_y=True)
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)
scaler = StandardScaler()
knn = KNeighborsClassifier()
knn.fit(scaler.fit_transform(X_train), y_train)
print(knn.score(X_test, y_test))  # ← reported
\`\`\`

\`\`\`python
from sklearn.datasets import load_wine
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsClassifier
from sklearn.preprocessing import StandardScaler

X, y = load_wine(return_X_y=True)
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)
scaler = StandardScaler()
knn = KNeighborsClassifier()
knn.fit(scaler.fit_transform(X_train), y_train)
print(knn.score(scaler.transform(X_test), y_test))
\`\`\`

## Known gaps

Only fitted transformers are compared. A logarithm, a fill or a division (\`X_train / 255\`) of one part only, columns that are assigned one by one in different
ways, and tables that are put together from pieces are not followed, nor are transforms written by hand.
`,
  'random-split-on-time-series': `# \`random-split-on-time-series\`

Reports a random split of rows that stand in the order of time.

## What it does

It reports a random split or a shuffled cross-validation whose held-out part is scored, when the features or the target look at earlier or
later rows (\`shift\`, \`diff\`, \`pct_change\`, \`rolling\`, \`expanding\`, \`ewm\`), or when the project declares the time column of its rows and
the program names it. Rows that are only sorted by a date get a hint, once a file.

It leaves alone \`shuffle=False\`, \`TimeSeriesSplit\`, cuts by date, cross-validation in unshuffled blocks, training rows that are shuffled after
a cut in time, shuffled folds beside \`TimeSeriesSplit\` of the same rows that is scored as well, so that the difference is shown, dates from which only an age is computed, lags that no model sees, and an inner random split where the final number
comes from a later stretch.

## Why it is bad

The rows before and after a held-out row are trained on; with lags among the features they even hold its answer. The score tells how well
gaps are filled, and the model is used for the future. In our measurements a random forest on a random walk seemed to reach an R² of 0.99
where it was truly below zero.

## Examples

\`\`\`python
import pandas as pd
from sklearn.linear_model import LinearRegression
from sklearn.model_selection import train_test_split

s = pd.read_csv("load.csv")
s["lag1"] = s["load"].shift(1)
s = s.dropna()
X_tr, X_te, y_tr, y_te = train_test_split(s[["lag1"]], s["load"], test_size=0.2)  # ← reported
model = LinearRegression().fit(X_tr, y_tr)
print(model.score(X_te, y_te))
\`\`\`

Tomorrow's price as the target:

\`\`\`python
import numpy as np
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import accuracy_score
from sklearn.model_selection import train_test_split

prices = pd.read_csv("spy.csv", index_col=0, parse_dates=True)
prices["up"] = np.where(prices["Close"].shift(-1) > prices["Close"], 1, 0)
X = prices[["Open", "High", "Low", "Close"]]
y = prices["up"]
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.3, random_state=1)  # ← reported
forest = RandomForestClassifier().fit(X_train, y_train)
print(accuracy_score(y_test, forest.predict(X_test)))
\`\`\`

Lags by a helper, under a shuffled cross-validation:

\`\`\`python
import pandas as pd
from sklearn.ensemble import RandomForestRegressor
from sklearn.model_selection import KFold, cross_val_score


def with_lags(df, count):
    for i in range(1, count + 1):
        df["lag_" + str(i)] = df["demand"].shift(i)
    df["week"] = df["demand"].shift(1).rolling(7).mean()
    return df.dropna()


df = with_lags(pd.read_csv("demand.csv"), 3)
X, y = df.drop(columns=["demand"]), df["demand"]
folds = KFold(5, shuffle=True, random_state=0)
print(cross_val_score(RandomForestRegressor(), X, y, cv=folds).mean())  # ← reported
\`\`\`

A series as a supervised table, in a class:

\`\`\`python
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.metrics import mean_absolute_error
from sklearn.model_selection import train_test_split


class Supervised:
    def __init__(self, path, steps):
        series = pd.read_csv(path)
        shifted = [series.shift(i) for i in range(steps, 0, -1)]
        self.table = pd.concat(shifted + [series], axis=1).dropna().values

    def evaluate(self, model):
        X, y = self.table[:, :-1], self.table[:, -1]
        X_train, X_test, y_train, y_test = train_test_split(X, y)  # ← reported
        model.fit(X_train, y_train)
        return mean_absolute_error(y_test, model.predict(X_test))


print(Supervised("river.csv", 3).evaluate(Ridge()))
\`\`\`

Shuffled, then cut, in a notebook:

\`\`\`python
# %% [1]
import pandas as pd
from sklearn.linear_model import LinearRegression
df = pd.read_csv('coin.csv')
df['change'] = df['price'].pct_change()  # ← reported
df = df.dropna().sample(frac=1, random_state=3)
# %% [2]
n = int(len(df) * .8)
train, test = df[:n], df[n:]
model = LinearRegression().fit(train[['change']], train['price'])
# %% [3]
model.score(test[['change']], test['price'])  # ← reported
\`\`\`

Sorted by date and then split at random, which may be right:

\`\`\`python
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

df = pd.read_csv("tickets.csv", parse_dates=["date"]).sort_values("date")
X_train, X_test, y_train, y_test = train_test_split(df[["length", "words"]], df["urgent"])  # ← reported
print(LogisticRegression().fit(X_train, y_train).score(X_test, y_test))
\`\`\`

## What to write instead

Hold out the last stretch:

\`\`\`python
import pandas as pd
from sklearn.linear_model import LinearRegression
from sklearn.model_selection import train_test_split

s = pd.read_csv("load.csv")
s["lag1"] = s["load"].shift(1)
s = s.dropna()
X_tr, X_te, y_tr, y_te = train_test_split(s[["lag1"]], s["load"], test_size=0.2, shuffle=False)
model = LinearRegression().fit(X_tr, y_tr)
print(model.score(X_te, y_te))
\`\`\`

Folds that go forward in time; blocks in order are at least no random rows:

\`\`\`python
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import TimeSeriesSplit, cross_val_score

df = pd.read_csv("demand.csv")
df["yesterday"] = df["demand"].shift(1)
df = df.dropna()
print(cross_val_score(Ridge(), df[["yesterday"]], df["demand"], cv=TimeSeriesSplit(5)).mean())
print(cross_val_score(Ridge(), df[["yesterday"]], df["demand"], cv=5).mean())
\`\`\`

A cut by date, after which the training rows may be shuffled:

\`\`\`python
import pandas as pd
from sklearn.linear_model import SGDRegressor
from sklearn.utils import shuffle

df = pd.read_csv("demand.csv", parse_dates=["date"])
df["yesterday"] = df["demand"].shift(1)
df = df.dropna()
train, test = df[df.date < "2023-01-01"], df[df.date >= "2023-01-01"]
train = shuffle(train, random_state=0)
model = SGDRegressor().fit(train[["yesterday"]], train["demand"])
print(model.score(test[["yesterday"]], test["demand"]))
\`\`\`

Dates from which an age is computed:

\`\`\`python
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

df = pd.read_csv("members.csv", parse_dates=["born", "joined"])
df["age"] = (df["joined"] - df["born"]).dt.days / 365
X_train, X_test, y_train, y_test = train_test_split(df[["age", "fee"]], df["left"])
print(LogisticRegression().fit(X_train, y_train).score(X_test, y_test))
\`\`\`

A lag that is only looked at:

\`\`\`python
import pandas as pd
from sklearn.linear_model import LinearRegression
from sklearn.model_selection import train_test_split

df = pd.read_csv("plants.csv")
df["growth"] = df["height"].diff()
print(df["growth"].describe())
X_train, X_test, y_train, y_test = train_test_split(df[["water", "light"]], df["height"])
print(LinearRegression().fit(X_train, y_train).score(X_test, y_test))
\`\`\`

Smoothing along a spectrum, not along the rows:

\`\`\`python
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

df = pd.read_csv("spectra.csv")
X = df.drop(columns="species").rolling(5, axis=1).mean().iloc[:, 4:]
X_train, X_test, y_train, y_test = train_test_split(X, df["species"])
print(LogisticRegression().fit(X_train, y_train).score(X_test, y_test))
\`\`\`

A random inner split to choose by, and a later stretch for the final number:

\`\`\`python
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split

df = pd.read_csv("demand.csv")
df["yesterday"] = df["demand"].shift(1)
df = df.dropna()
n = int(len(df) * 0.8)
rest, test = df[:n], df[n:]
train, inner = train_test_split(rest, random_state=0)
model = Ridge().fit(train[["yesterday"]], train["demand"])
print("inner", model.score(inner[["yesterday"]], inner["demand"]))
print("final", model.score(test[["yesterday"]], test["demand"]))
\`\`\`

Folds at random beside folds in the order of time, to show what the first ones hide:

\`\`\`python
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.metrics import r2_score
from sklearn.model_selection import KFold, TimeSeriesSplit

df = pd.read_csv("demand.csv", parse_dates=["date"]).sort_values("date")
df["yesterday"] = df["demand"].shift(1)
df = df.dropna()
X, y = df[["yesterday", "price"]], df["demand"]
for folds in [KFold(5, shuffle=True, random_state=0), TimeSeriesSplit(5)]:
    scores = []
    for past, future in folds.split(X):
        model = Ridge().fit(X.iloc[past], y.iloc[past])
        scores.append(r2_score(y.iloc[future], model.predict(X.iloc[future])))
    print(folds, sum(scores) / 5)
\`\`\`

\`\`\`python
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import KFold, TimeSeriesSplit, cross_val_score

df = pd.read_csv("demand.csv")
df["yesterday"] = df["demand"].shift(1)
df = df.dropna()
X, y = df[["yesterday", "price"]], df["demand"]
shuffled = cross_val_score(Ridge(), X, y, cv=KFold(5, shuffle=True, random_state=0))
in_time = cross_val_score(Ridge(), X, y, cv=TimeSeriesSplit(5))
print(f"too good by {shuffled.mean() - in_time.mean():.2f}")
\`\`\`

## Fix

A suggestion: \`shuffle=False\` for \`train_test_split\`, unless it stratifies. It changes the number, and so it is not applied unasked.

\`\`\`python
import pandas as pd
from sklearn.linear_model import LinearRegression
from sklearn.model_selection import train_test_split

df = pd.DataFrame({"load": [3.0, 4.0, 6.0, 5.0, 7.0, 9.0, 8.0, 9.5, 11.0, 10.0]})
df["lag1"] = df["load"].shift(1)
df = df.dropna()
X_train, X_test, y_train, y_test = train_test_split(df[["lag1"]], df["load"], random_state=0)  # ← reported
print(LinearRegression().fit(X_train, y_train).score(X_test, y_test))
\`\`\`

\`\`\`python
import pandas as pd
from sklearn.linear_model import LinearRegression
from sklearn.model_selection import train_test_split

df = pd.DataFrame({"load": [3.0, 4.0, 6.0, 5.0, 7.0, 9.0, 8.0, 9.5, 11.0, 10.0]})
df["lag1"] = df["load"].shift(1)
df = df.dropna()
X_train, X_test, y_train, y_test = train_test_split(df[["lag1"]], df["load"], random_state=0, shuffle=False)
print(LinearRegression().fit(X_train, y_train).score(X_test, y_test))
\`\`\`

## Known gaps

Series that only a name or an index tells are not seen, nor are lags that \`groupby(…).apply\` or another library computes, nor is the best score of a search
over random folds. Whether rows that
are sorted by a date depend on each other cannot be told from the code: hence the hint.
`,
  'future-value-in-feature': `# \`future-value-in-feature\`

Reports a feature that looks at later rows than the one that it stands in, where a forecast is to be made.

## What it does

It follows which rows of a column a value looks at: \`shift(-1)\` at the next one, \`diff(-1)\` and \`pct_change(-1)\` at this and the next, \`rolling(7,
center=True)\` at three rows before and after, also within groups and in functions given to \`transform\`; a later \`shift\` back takes it
back. Filters that run in both directions do so too (\`savgol_filter\`, \`filtfilt\`, \`gaussian_filter1d\`, \`np.convolve(…, mode="same")\`), and so do the parts that
\`seasonal_decompose\` and \`STL\` take a whole series into. It reports such a column where it stays among the features of a \`fit\` or a cross-validation.

A forecast is seen by its answers: they lie in the future themselves, or are made of the column at which the feature looks ahead. Without
one a row may well be seen together with its neighbours, as words of a sentence are. Also left alone are a later value that is the answer and
is dropped from the features, tables sorted so that the newest row comes first, and columns that are named as the past, as in a file whose
newest row comes first.

## Why it is bad

When the forecast is made, the later rows do not exist yet. A model that was trained and scored with them shows what could be predicted
by somebody who knows the future; in our measurement with a random walk that is an R² of 0.99 instead of none.

## Examples

\`\`\`python
import pandas as pd
from sklearn.linear_model import LogisticRegression

df = pd.read_csv("prices.csv")
df["next_price"] = df["price"].shift(-1)  # ← reported
df["up"] = (df["next_price"] > df["price"]).astype(int)
X = df[["price", "volume", "next_price"]]
model = LogisticRegression().fit(X[:-250], df["up"][:-250])
print(model.score(X[-250:-1], df["up"][-250:-1]))
\`\`\`

A filter over the whole series, and its trend, before the rows are cut by time:

\`\`\`python
import pandas as pd
from scipy.signal import butter, filtfilt
from sklearn.ensemble import GradientBoostingRegressor
from statsmodels.tsa.seasonal import STL


def prepare(path):
    load = pd.read_csv(path, parse_dates=["hour"], index_col="hour")
    b, a = butter(2, 0.05)
    load["level"] = filtfilt(b, a, load["mw"].values)  # ← reported
    load["trend"] = STL(load["mw"], period=24).fit().trend  # ← reported
    load["tomorrow"] = load["mw"].shift(-24)
    return load.dropna()


load = prepare("load.csv")
train, test = load.loc[:"2022"], load.loc["2023":]
columns = ["mw", "level", "trend", "temperature"]
model = GradientBoostingRegressor().fit(train[columns], train["tomorrow"])
print(model.score(test[columns], test["tomorrow"]))
\`\`\`

A window around its row, where the answer lies in the future:

\`\`\`python
import pandas as pd
from sklearn.ensemble import RandomForestRegressor
from sklearn.metrics import mean_absolute_error


def prepare(path, horizon=1):
    load = pd.read_csv(path, parse_dates=["hour"])
    load["smooth"] = load["load"].rolling(24, center=True).mean()  # ← reported
    load["later"] = load["load"].shift(-horizon)
    return load.dropna()


def main():
    load = prepare("load.csv")
    columns = ["load", "smooth", "temperature"]
    past, future = load[:8000], load[8000:]
    model = RandomForestRegressor().fit(past[columns], past["later"])
    print(mean_absolute_error(future["later"], model.predict(future[columns])))


main()
\`\`\`

In a class, what is left of a table after the answer was dropped:

\`\`\`python
import pandas as pd
from sklearn.ensemble import GradientBoostingClassifier


class Signals:
    def __init__(self, path):
        self.bars = pd.read_csv(path, parse_dates=["time"])

    def label(self):
        self.bars["gain"] = self.bars["close"].shift(-5) / self.bars["close"] - 1  # ← reported
        self.bars["buy"] = (self.bars["gain"] > 0.02).astype(int)
        self.bars = self.bars.dropna()

    def run(self):
        self.label()
        X = self.bars.drop(columns=["buy", "time"])
        y = self.bars["buy"]
        model = GradientBoostingClassifier().fit(X[:4000], y[:4000])
        return model.score(X[4000:], y[4000:])


print(Signals("bars.csv").run())
\`\`\`

In a notebook, within groups:

\`\`\`python
# %% [1]
import pandas as pd
from sklearn.linear_model import Ridge
stores = pd.read_csv('stores.csv', parse_dates=['day'])
# %% [2]
for days in (1, 7):
    stores[f'in_{days}'] = stores.groupby('store')['sales'].shift(-days)  # ← reported
stores = stores.dropna()
# %% [3]
X, y = stores[['in_7', 'promo', 'sales']], stores['in_1']
model = Ridge().fit(X[:5000], y[:5000])
model.score(X[5000:], y[5000:])
\`\`\`

## What to write instead

The later value is the answer, and leaves the table with it:

\`\`\`python
import pandas as pd
from sklearn.linear_model import LogisticRegression

df = pd.read_csv("prices.csv")
df["up"] = (df["price"].shift(-1) > df["price"]).astype(int)
df["previous"] = df["price"].shift(1)
X = df[["price", "volume", "previous"]]
model = LogisticRegression().fit(X[1:-250], df["up"][1:-250])
print(model.score(X[-250:-1], df["up"][-250:-1]))
\`\`\`

A window that ends in its row, and one that was moved back until it does:

\`\`\`python
import pandas as pd
from sklearn.linear_model import Ridge

load = pd.read_csv("load.csv", parse_dates=["hour"])
load["trailing"] = load["load"].rolling(24).mean()
load["centred"] = load["load"].rolling(7, center=True).mean().shift(3)
load["later"] = load["load"].shift(-1)
load = load.dropna()
X, y = load[["trailing", "centred", "temperature"]], load["later"]
print(Ridge().fit(X[:8000], y[:8000]).score(X[8000:], y[8000:]))
\`\`\`

The answer some days ahead, as many tutorials make it:

\`\`\`python
import numpy as np
import pandas as pd
from sklearn.linear_model import LinearRegression

stock = pd.read_csv("stock.csv", index_col="Date", parse_dates=True)[["Close", "Volume"]]
ahead = int(0.01 * len(stock))
stock["label"] = stock["Close"].shift(-ahead)
X = np.array(stock.drop(["label"], axis=1))
X_late, X = X[-ahead:], X[:-ahead]
stock = stock.dropna()
y = np.array(stock["label"])
model = LinearRegression().fit(X[:-500], y[:-500])
print(model.score(X[-500:], y[-500:]), model.predict(X_late))
\`\`\`

Words of a sentence are there before their tags are:

\`\`\`python
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import cross_val_score

words = pd.read_csv("words.csv")
words["next_word"] = words["word"].shift(-1)
X = pd.get_dummies(words[["word", "next_word"]])
print(cross_val_score(LogisticRegression(), X, words["tag"]).mean())
\`\`\`

Where the newest row comes first, the next row is the one before:

\`\`\`python
import pandas as pd
from sklearn.linear_model import Ridge


def with_history(path):
    table = pd.read_csv(path)
    table["previous_close"] = table["close"].shift(-1)
    return table


def sorted_history(path):
    table = pd.read_csv(path).sort_values("date", ascending=False)
    table["earlier"] = table["close"].shift(-1)
    return table


first = with_history("newest_first.csv").dropna()
print(Ridge().fit(first[["previous_close"]], first["close"]).coef_)
second = sorted_history("prices.csv").dropna()
print(Ridge().fit(second[["earlier"]], second["close"]).coef_)
\`\`\`

What is only drawn, or dropped again, reaches no model:

\`\`\`python
# %% [1]
import pandas as pd
from sklearn.linear_model import Ridge
sales = pd.read_csv('sales.csv', parse_dates=['day'])
# %% [2]
sales['smooth'] = sales['sold'].rolling(29, center=True).mean()
sales.plot(x='day', y=['sold', 'smooth'])
sales = sales.drop(columns=['smooth'])
# %% [3]
sales['tomorrow'] = sales['sold'].shift(-1)
sales = sales.dropna()
X, y = sales.drop(columns=['tomorrow', 'day']), sales['tomorrow']
Ridge().fit(X[:500], y[:500]).score(X[500:], y[500:])
\`\`\`

The answer itself among the features is \`target-in-features\`:

\`\`\`python
import pandas as pd
from sklearn.linear_model import Ridge

df = pd.read_csv("prices.csv")
df["label"] = df["Close"].shift(-30)
df = df.dropna()
X = df.drop(columns=["Date"])  # ← reported
model = Ridge().fit(X[:1000], df["label"][:1000])
print(model.score(X[1000:], df["label"][1000:]))
\`\`\`

## Fix

\`center=True\` is removed: the window then ends in its row.

\`\`\`python
import pandas as pd
from sklearn.linear_model import Ridge

load = pd.DataFrame({"load": [30, 50, 41, 80, 62, 90] * 20, "heat": [9, 11, 10] * 40})
load["smooth"] = load["load"].rolling(5, center=True).mean()  # ← reported
load["later"] = load["load"].shift(-1)
load = load.dropna()
X, y = load[["load", "smooth", "heat"]], load["later"]
model = Ridge().fit(X[:80], y[:80])
print(model.score(X[80:], y[80:]))
\`\`\`

\`\`\`python
import pandas as pd
from sklearn.linear_model import Ridge

load = pd.DataFrame({"load": [30, 50, 41, 80, 62, 90] * 20, "heat": [9, 11, 10] * 40})
load["smooth"] = load["load"].rolling(5).mean()
load["later"] = load["load"].shift(-1)
load = load.dropna()
X, y = load[["load", "smooth", "heat"]], load["later"]
model = Ridge().fit(X[:80], y[:80])
print(model.score(X[80:], y[80:]))
\`\`\`

Elsewhere, where the features are what a \`drop\` with written names leaves, the column's name is suggested for them.

## Known gaps

Gaps that are filled from later rows (\`bfill\`) and as-of joins that look forward are not reported: whether they make a difference depends on
the gaps and on the time between the rows. \`interpolate\` over all rows is reported by \`fit-before-split\`. Filters within a function of the program that runs through
windows, and the rows that a network is given as a window of filtered values, are not followed:

\`\`\`python
import numpy as np
import pandas as pd
from scipy.signal import savgol_filter
from sklearn.linear_model import Ridge

prices = pd.read_csv("prices.csv")["price"].to_numpy()
smooth = savgol_filter(prices, 21, 3)
X = np.array([smooth[i : i + 30] for i in range(len(prices) - 30)])  # ← not reported, though it should be
y = prices[30:]
print(Ridge().fit(X[:800], y[:800]).score(X[800:], y[800:]))
\`\`\`
`,
  'unshifted-target-window': `# \`unshifted-target-window\`

Reports a moving statistic of the answer that ends in the very row whose answer is to be predicted.

## What it does

It follows which rows of a column a value looks at: \`rolling(7)\` at this row and the six before, \`expanding\`, \`ewm\` and \`cumsum\` at this row
and all before, \`diff\` and \`pct_change\` at this row and an earlier one, also within groups and in functions given to \`transform\`. It reports
such a feature where the column is the one to be predicted and this row's value is among those that were looked at. Features that the same
model learns from are one finding, at the one that holds most of the answer.

How much that is depends on the width. A mean over up to 7 rows is an error, as is whatever has no known width and a change from one row
to another; a mean over up to 14 rows is a warning, a wider one information. The message says what part of a mean the row's own value is. An
average that fades counts by the weight of its last value: with \`span=20\` it is a warning.

A \`shift\` by at least one row before or after the window, \`closed="left"\`, windows over other columns, and answers that lie in the future,
as \`y = df["sales"].shift(-1)\`, are left alone.

## Why it is bad

A mean over seven days that ends today holds a seventh of today's answer, and the change since yesterday together with yesterday's value
holds all of it. The score is that of a model that sees part of what it is asked for. When a forecast is made, this row's value is missing, so that
the feature cannot be computed at all, or means something else than it did in training.

The wider the window, the less of the answer is in it. On series of 1,200 rows, with least squares and with a random forest that learn from a
moving mean, R² was as follows, in brackets with \`.shift(1)\` before the window; the last column is the error of the predictions as a share of the
honest one, over all of these and noise before a forest:

| Rows | Noise, least squares | A random walk, least squares | A random walk, forest | Share of the error |
| ---- | -------------------- | ---------------------------- | --------------------- | ------------------ |
| 2    | 0.49 (-0.01)       | 0.998 (0.992)              | 0.998 (0.989)       | 44–72 %    |
| 3    | 0.32 (0.00)        | 0.997 (0.991)              | 0.993 (0.979)       | 60–85 %    |
| 5    | 0.18 (0.00)        | 0.992 (0.986)              | 0.986 (0.972)       | 74–95 %    |
| 7    | 0.13 (0.00)        | 0.981 (0.972)              | 0.976 (0.966)       | 81–93 %    |
| 10   | 0.09 (0.00)        | 0.980 (0.973)              | 0.976 (0.965)       | 88–95 %    |
| 14   | 0.07 (0.00)        | 0.975 (0.969)              | 0.971 (0.964)       | 85–98 %    |
| 20   | 0.05 (-0.01)       | 0.966 (0.959)              | 0.909 (0.896)       | 92–98 %    |
| 50   | 0.02 (0.00)        | 0.879 (0.863)              | 0.862 (0.846)       | 92–98 %    |

Where yesterday's value is a feature as well, a mean over two rows gives the answer away whole (on noise an R² of 1.00, where 0.00 is honest), and one over
20 rows adds less to the R² of a random walk than 0.002. What is certain at any width is that the feature cannot be computed before the answer is known.

## Examples

\`\`\`python
import pandas as pd
from sklearn.linear_model import Ridge

df = pd.read_csv("sales.csv", parse_dates=["day"])
df["mean7"] = df["sales"].rolling(7).mean()  # ← reported
X, y = df[["mean7", "promo"]], df["sales"]
model = Ridge().fit(X[7:300], y[7:300])
print(model.score(X[300:], y[300:]))
\`\`\`

Several widths in a loop, with the features taken as what a \`drop\` leaves; one window is one finding:

\`\`\`python
import pandas as pd
from sklearn.ensemble import RandomForestRegressor
from sklearn.metrics import mean_absolute_error

shop = pd.read_csv("shop.csv", parse_dates=["day"]).sort_values("day")
for width in [3, 7, 28]:
    shop[f"mean_{width}"] = shop["sold"].rolling(width).mean()  # ← reported
shop = shop.dropna()
X, y = shop.drop(columns=["sold", "day"]), shop["sold"]
model = RandomForestRegressor().fit(X[:500], y[:500])
print(mean_absolute_error(y[500:], model.predict(X[500:])))
\`\`\`

In helpers, within groups; the two features of one model are told together:

\`\`\`python
import pandas as pd
from sklearn.ensemble import GradientBoostingRegressor


def add_history(table):
    by_store = table.groupby("store")["sales"]
    table["so_far"] = by_store.cumsum()  # ← reported
    table["week"] = by_store.transform(lambda s: s.rolling(7).mean())
    table["month"] = by_store.transform(lambda s: s.shift(1).rolling(28).mean())
    return table


def main():
    table = add_history(pd.read_csv("stores.csv", parse_dates=["day"]))
    past, future = table[table["day"] < "2023-01-01"], table[table["day"] >= "2023-01-01"]
    columns = ["so_far", "week", "month", "promo"]
    model = GradientBoostingRegressor().fit(past[columns], past["sales"])
    print(model.score(future[columns], future["sales"]))


main()
\`\`\`

In a notebook, indicators of the price that is to be predicted:

\`\`\`python
# %% [1]
import pandas as pd
from sklearn.linear_model import LinearRegression
prices = pd.read_csv('prices.csv', index_col='Date', parse_dates=True)
# %% [2]
prices['ema'] = prices['Close'].ewm(span=12).mean()
prices['change'] = prices['Close'].pct_change()  # ← reported
prices = prices.dropna()
# %% [3]
X, y = prices[['ema', 'change', 'Volume']], prices['Close']
model = LinearRegression().fit(X[:-100], y[:-100])
model.score(X[-100:], y[-100:])
\`\`\`

## What to write instead

Let the window end in the row before:

\`\`\`python
import pandas as pd
from sklearn.linear_model import Ridge

df = pd.read_csv("sales.csv", parse_dates=["day"])
df["mean7"] = df["sales"].shift(1).rolling(7).mean()
df["mean28"] = df["sales"].rolling(28).mean().shift()
df["sum3"] = df["sales"].rolling(3, closed="left").sum()
df["trend"] = df["sales"].shift(1).diff(7)
X, y = df[["mean7", "mean28", "sum3", "trend", "promo"]], df["sales"]
model = Ridge().fit(X[28:300], y[28:300])
print(model.score(X[300:], y[300:]))
\`\`\`

Where the answer lies in the future, today's value is known:

\`\`\`python
import pandas as pd
from sklearn.linear_model import Ridge

df = pd.read_csv("sales.csv", parse_dates=["day"])
df["mean7"] = df["sales"].rolling(7).mean()
df["tomorrow"] = df["sales"].shift(-1)
df = df.dropna()
X, y = df[["mean7", "promo"]], df["tomorrow"]
model = Ridge().fit(X[:300], y[:300])
print(model.score(X[300:], y[300:]))
\`\`\`

So it is where the answers are the next rows:

\`\`\`python
import pandas as pd
from sklearn.linear_model import Ridge

df = pd.read_csv("load.csv", parse_dates=["hour"])
df["mean24"] = df["load"].rolling(24).mean()
X = df[["mean24", "temperature"]][24:-1]
y = df["load"][25:]
print(Ridge().fit(X, y).coef_)
\`\`\`

A window over another column says nothing of the answer:

\`\`\`python
import pandas as pd
from sklearn.ensemble import RandomForestRegressor


class Demand:
    columns = ["visits7", "rain3", "promo"]

    def __init__(self, path):
        self.table = pd.read_csv(path, parse_dates=["day"])
        self.table["visits7"] = self.table["visits"].rolling(7).mean()
        self.table["rain3"] = self.table["rain"].rolling(3).sum()

    def fit(self):
        table = self.table.dropna()
        return RandomForestRegressor().fit(table[self.columns], table["sales"])


print(Demand("sales.csv").fit().feature_importances_)
\`\`\`

Windows that are looked at or drawn reach no model:

\`\`\`python
# %% [1]
import pandas as pd
from sklearn.linear_model import Ridge
sales = pd.read_csv('sales.csv', parse_dates=['day'])
# %% [2]
sales['smooth'] = sales['sold'].rolling(28).mean()
sales.plot(x='day', y=['sold', 'smooth'])
# %% [3]
X, y = sales[['promo', 'price']], sales['sold']
Ridge().fit(X[:500], y[:500]).score(X[500:], y[500:])
\`\`\`

Within groups, earlier rows alone:

\`\`\`python
import pandas as pd
from sklearn.linear_model import Ridge

stores = pd.read_csv("stores.csv", parse_dates=["day"])
for lag in (1, 7):
    stores[f"lag_{lag}"] = stores.groupby("store")["sales"].shift(lag)
stores["before"] = stores.groupby("store")["sales"].transform(lambda s: s.shift().expanding().mean())
stores = stores.dropna()
X, y = stores[["lag_1", "lag_7", "before"]], stores["sales"]
print(Ridge().fit(X, y).coef_)
\`\`\`

A window that reaches beyond its own row is worse, and \`future-value-in-feature\` speaks of it:

\`\`\`python
import pandas as pd
from sklearn.linear_model import Ridge

df = pd.read_csv("sales.csv", parse_dates=["day"])
df["smooth"] = df["sales"].rolling(7, center=True).mean()  # ← reported
df = df.dropna()
X, y = df[["smooth", "promo"]], df["sales"]
model = Ridge().fit(X[:300], y[:300])
print(model.score(X[300:], y[300:]))
\`\`\`

## Fix

\`.shift(1)\` is put before each of the windows, so that they end in the row before; the first row has none and must be left out, as the rows of a first,
incomplete window already must. Within groups there is no fix: \`groupby(k)[c].shift(1)\` is no longer grouped.

\`\`\`python
import pandas as pd
from sklearn.linear_model import Ridge

shop = pd.DataFrame({"sold": [3, 5, 4, 8, 6, 9] * 20, "promo": [0, 1, 0] * 40})
shop["mean3"] = shop["sold"].rolling(3).mean()  # ← reported
shop["mean14"] = shop["sold"].rolling(14).mean()
shop = shop.dropna()
X, y = shop[["mean3", "mean14", "promo"]], shop["sold"]
model = Ridge().fit(X[:80], y[:80])
print(model.score(X[80:], y[80:]))
\`\`\`

\`\`\`python
import pandas as pd
from sklearn.linear_model import Ridge

shop = pd.DataFrame({"sold": [3, 5, 4, 8, 6, 9] * 20, "promo": [0, 1, 0] * 40})
shop["mean3"] = shop["sold"].shift(1).rolling(3).mean()
shop["mean14"] = shop["sold"].shift(1).rolling(14).mean()
shop = shop.dropna()
X, y = shop[["mean3", "mean14", "promo"]], shop["sold"]
model = Ridge().fit(X[:80], y[:80])
print(model.score(X[80:], y[80:]))
\`\`\`

## Known gaps

Windows that a loop of the program's own cuts out, and indicators of libraries such as TA-Lib, are not followed. Where a table is sorted so that the
newest row comes first, which rows a window looks at is not told.

\`\`\`python
import pandas as pd
from sklearn.linear_model import Ridge

df = pd.read_csv("sales.csv", parse_dates=["day"])
df["mean2"] = [df["sales"][max(0, i - 1) : i + 1].mean() for i in range(len(df))]  # ← not reported, though it should be
X, y = df[["mean2", "promo"]], df["sales"]
print(Ridge().fit(X, y).coef_)
\`\`\`
`,
  'shift-across-groups': `# \`shift-across-groups\`

Reports a lag, difference or moving window that runs over the border between the groups of a table.

## What it does

It reports \`shift\`, \`diff\`, \`pct_change\`, \`rolling\`, \`expanding\` and \`ewm\` of a column without \`groupby\`, when the program shows that the table
holds several series: it sorts by a group and a time, computes other lags within groups, hands the groups to a splitter, or groups the
same rows by a column whose name says as much; or when the project declares the group and the program names it.

It leaves alone tables that were cut down to one group, wide tables and totals, groups that are parts of a date, and programs that look for
the border themselves (\`df['store'] != df['store'].shift()\`, \`groupby('store').cumcount()\`, \`groupby('store').head(1).index\`,
\`duplicated('store')\`). It also leaves alone a column that nothing names but the lines that make and fill it, where models learn from
others and no table is written. With a negative \`shift\` it is the last rows of a group that are mixed with the next one.

## Why it is bad

The first rows of each store then carry the last values of another store, or the last rows the first values of the next: wrong features, which
are wrong in another way each time the table is sorted differently.

## Examples

\`\`\`python
import pandas as pd

df = pd.read_csv("sales.csv")
df = df.sort_values(["store", "date"])
df["lag1"] = df["sales"].shift(1)  # ← reported
totals = df.groupby("store")["sales"].sum()
print(totals)
\`\`\`

One lag within groups, another across them:

\`\`\`python
import pandas as pd
from sklearn.linear_model import LinearRegression

df = pd.read_csv("sales.csv")
df["last_week"] = df.groupby("shop_nr")["sales"].shift(7)
df["trend"] = df["sales"].diff()  # ← reported
df = df.dropna()
train, test = df[df.day < 300], df[df.day >= 300]
model = LinearRegression().fit(train[["last_week", "trend"]], train["sales"])
print(model.score(test[["last_week", "trend"]], test["sales"]))
\`\`\`

In a function:

\`\`\`python
import pandas as pd


def features(df):
    df = df.sort_values(by=["ticker", "date"])
    df["change"] = df.close.pct_change()  # ← reported
    df["mean"] = df["close"].rolling(20).mean()  # ← reported
    return df.dropna()


features(pd.read_csv("prices.csv")).to_csv("features.csv")
\`\`\`

What comes next, of the next group:

\`\`\`python
import pandas as pd

calls = pd.read_csv("calls.csv").sort_values(["customer", "time"])
calls["next_length"] = calls["length"].shift(-1)  # ← reported
print(calls.groupby("customer").head(2))
print(calls["customer"].duplicated().sum())
calls.to_csv("calls_next.csv")
\`\`\`

In a notebook that holds out whole engines:

\`\`\`python
# %% [1]
import pandas as pd
df = pd.read_csv('engines.csv')
df['drop'] = df['pressure'].diff().fillna(0)  # ← reported
# %% [2]
from sklearn.ensemble import RandomForestRegressor
from sklearn.model_selection import GroupKFold, cross_val_score
X, y = df[['pressure', 'drop']], df['remaining']
cross_val_score(RandomForestRegressor(), X, y, groups=df['engine'], cv=GroupKFold(5)).mean()
\`\`\`

## What to write instead

Within each group:

\`\`\`python
import pandas as pd

df = pd.read_csv("sales.csv")
df = df.sort_values(["store", "date"])
df["lag1"] = df.groupby("store")["sales"].shift(1)
df["week"] = df.groupby("store")["sales"].transform(lambda s: s.shift(1).rolling(7).mean())
totals = df.groupby("store")["sales"].sum()
\`\`\`

With the first row of each group blanked out:

\`\`\`python
import numpy as np
import pandas as pd

df = pd.read_csv("sales.csv").sort_values(["store", "date"])
df["lag1"] = df["sales"].shift(1)
df.loc[df["store"] != df["store"].shift(1), "lag1"] = np.nan
\`\`\`

The same by the places of the first rows, and by what repeats none above it:

\`\`\`python
import numpy as np
import pandas as pd

df = pd.read_csv("sales.csv").sort_values(["store", "date"])
df["lag1"] = df["sales"].shift(1)
df.loc[df.groupby("store")["lag1"].head(1).index, "lag1"] = np.nan
\`\`\`

\`\`\`python
import pandas as pd

df = pd.read_csv("sales.csv").sort_values(["store", "date"])
df["change"] = df["sales"].diff()
df.loc[~df.duplicated("store"), "change"] = 0
\`\`\`

With the first rows of each group left out:

\`\`\`python
import pandas as pd

df = pd.read_csv("sales.csv").sort_values(["store", "date"])
df["lag1"] = df["sales"].shift(1)
df = df[df.groupby("store").cumcount() > 0]
print(df["lag1"].mean())
\`\`\`

One group at a time:

\`\`\`python
import pandas as pd

df = pd.read_csv("sales.csv").sort_values(["store", "date"])
parts = []
for store in df["store"].unique():
    part = df[df["store"] == store].copy()
    part["lag1"] = part["sales"].shift(1)
    parts.append(part)
df = pd.concat(parts)
\`\`\`

A single group:

\`\`\`python
import pandas as pd

df = pd.read_csv("sales.csv")
print(df.groupby("store")["sales"].sum())
third = df[df.store == 3].copy()
third["lag1"] = third["sales"].shift(1)
\`\`\`

A series of totals, and a wide table:

\`\`\`python
import pandas as pd

df = pd.read_csv("sales.csv").sort_values(["store", "date"])
total = df.groupby("date")["sales"].sum().reset_index()
total["lag1"] = total["sales"].shift(1)
wide = df.set_index(["date", "store"])["sales"].unstack()
wide["growth"] = wide["north"].pct_change()
\`\`\`

Groups that are parts of the date:

\`\`\`python
import pandas as pd

df = pd.read_csv("load.csv", parse_dates=["date"])
df["month"] = df["date"].dt.month
print(df.groupby("month")["load"].mean())
df["lag1"] = df["load"].shift(1)
\`\`\`

## Fix

Safe for \`shift\`, \`diff\` and \`pct_change\` of a column: they are computed within each group. A moving window within groups gives rows in
another order, so that there is no edit for it.

\`\`\`python
import pandas as pd

df = pd.DataFrame({"store": [1, 1, 2, 2], "date": [1, 2, 1, 2], "sales": [5.0, 6.0, 7.0, 9.0]})
df = df.sort_values(["store", "date"])
df["lag1"] = df["sales"].shift(1)  # ← reported
print(df)
\`\`\`

\`\`\`python
import pandas as pd

df = pd.DataFrame({"store": [1, 1, 2, 2], "date": [1, 2, 1, 2], "sales": [5.0, 6.0, 7.0, 9.0]})
df = df.sort_values(["store", "date"])
df["lag1"] = df.groupby("store")["sales"].shift(1)
print(df)
\`\`\`

## Known gaps

Groups that only the values tell are not seen, nor are \`cumsum\` and \`ffill\` across groups, and lags of a whole table.
`,
  'windows-before-random-split': `# \`windows-before-random-split\`

Reports overlapping windows of one series that are dealt out to a training part and a held-out part at random.

## What it does

It follows windows that a loop or a comprehension cuts with a stride smaller than their length (\`s[i:i + w]\`, \`s[i - w:i]\`), and those of
\`sliding_window_view\`, \`librosa.util.frame\`, \`view_as_windows\` and the Keras generators, into a random split or a shuffled
cross-validation whose held-out part is scored.

It leaves alone windows that do not overlap, a cut in their order, splits by recording (\`GroupKFold\` and its like), windows that
are made after the series was cut, and an inner random split where the final number comes from a later stretch.

## Why it is bad

A window and the next one share all values but a few. Dealt out at random, nearly every held-out window has neighbours in the
training part that hold its values and its answer. In our measurements a random forest on windows of pure noise seemed to reach
0.85 where the truth is 0.51.

## Examples

\`\`\`python
import numpy as np
from sklearn.linear_model import LinearRegression
from sklearn.model_selection import train_test_split

s = np.loadtxt("load.txt")
W = np.array([s[i:i + 30] for i in range(len(s) - 31)])
y = s[30:-1]
W_tr, W_te, y_tr, y_te = train_test_split(W, y, test_size=0.2)  # ← reported
model = LinearRegression().fit(W_tr, y_tr)
print(model.score(W_te, y_te))
\`\`\`

A helper that looks back:

\`\`\`python
import numpy as np
import pandas as pd
from sklearn.ensemble import RandomForestRegressor
from sklearn.metrics import mean_absolute_error
from sklearn.model_selection import train_test_split


def create_dataset(values, look_back=60):
    X, y = [], []
    for i in range(look_back, len(values)):
        X.append(values[i - look_back:i, 0])
        y.append(values[i, 0])
    return np.array(X), np.array(y)


prices = pd.read_csv("prices.csv")[["close"]].values
X, y = create_dataset(prices)
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=4)  # ← reported
forest = RandomForestRegressor().fit(X_train, y_train)
print(mean_absolute_error(y_test, forest.predict(X_test)))
\`\`\`

Half-overlapping windows of a sensor, described by a few numbers each:

\`\`\`python
import numpy as np
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import f1_score
from sklearn.model_selection import train_test_split

signal = pd.read_csv("accelerometer.csv")
features, labels = [], []
for start in range(0, len(signal) - 128, 64):
    window = signal.iloc[start:start + 128]
    features.append([window["x"].mean(), window["x"].std(), window["y"].max()])
    labels.append(window["activity"].iloc[0])
X_train, X_test, y_train, y_test = train_test_split(np.array(features), labels)  # ← reported
model = RandomForestClassifier().fit(X_train, y_train)
print(f1_score(y_test, model.predict(X_test), average="macro"))
\`\`\`

Under a shuffled cross-validation, in a notebook:

\`\`\`python
# %% [1]
import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from sklearn.linear_model import Ridge
from sklearn.model_selection import ShuffleSplit, cross_val_score
series = np.load('demand.npy')
windows = sliding_window_view(series, 25)
X, y = windows[:, :-1], windows[:, -1]
# %% [2]
cross_val_score(Ridge(), X, y, cv=ShuffleSplit(10, random_state=0)).mean()  # ← reported
\`\`\`

In a class:

\`\`\`python
import numpy as np
from sklearn.model_selection import KFold
from sklearn.neighbors import KNeighborsRegressor


class Forecaster:
    def __init__(self, series, width):
        self.series = series
        self.width = width

    def windows(self):
        X = [self.series[i:i + self.width] for i in range(len(self.series) - self.width)]
        return np.array(X), self.series[self.width:]

    def validate(self):
        X, y = self.windows()
        for train, test in KFold(5, shuffle=True).split(X):  # ← reported
            model = KNeighborsRegressor().fit(X[train], y[train])
            print(model.score(X[test], y[test]))


Forecaster(np.loadtxt("river.txt"), 14).validate()
\`\`\`

## What to write instead

Cut in the order of time, with a gap as long as a window:

\`\`\`python
import numpy as np
from sklearn.linear_model import LinearRegression

s = np.loadtxt("load.txt")
W = np.array([s[i:i + 30] for i in range(len(s) - 31)])
y = s[30:-1]
cut = int(len(W) * 0.8)
model = LinearRegression().fit(W[:cut], y[:cut])
print(model.score(W[cut + 30:], y[cut + 30:]))
\`\`\`

Cut the series first and make the windows of each part:

\`\`\`python
import numpy as np
from sklearn.linear_model import LinearRegression


def windows(values, width=10):
    return np.array([values[i:i + width] for i in range(len(values) - width)]), values[width:]


s = np.loadtxt("load.txt")
cut = int(len(s) * 0.8)
X_train, y_train = windows(s[:cut])
X_test, y_test = windows(s[cut:])
print(LinearRegression().fit(X_train, y_train).score(X_test, y_test))
\`\`\`

Windows of several recordings, with whole recordings held out:

\`\`\`python
import numpy as np
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import GroupKFold, cross_val_score

X, y, recordings = [], [], []
for number in range(20):
    signal = np.load(f"recording{number}.npy")
    for i in range(0, len(signal) - 100, 50):
        X.append(signal[i:i + 100])
        y.append(number % 2)
        recordings.append(number)
scores = cross_val_score(RandomForestClassifier(), np.array(X), np.array(y), groups=np.array(recordings), cv=GroupKFold(5))
print(scores.mean())
\`\`\`

Windows that do not overlap:

\`\`\`python
import numpy as np
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import train_test_split

signal, labels = np.load("signal.npy"), np.load("labels.npy")
X = np.array([signal[i:i + 100] for i in range(0, len(signal) - 100, 100)])
X_train, X_test, y_train, y_test = train_test_split(X, labels)
print(RandomForestClassifier().fit(X_train, y_train).score(X_test, y_test))
\`\`\`

Portions of a table, to save memory:

\`\`\`python
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

df = pd.read_csv("loans.csv")
size = 1000
parts = []
for i in range(0, len(df), size):
    parts.append(df[i:i + size].astype("float32"))
df = pd.concat(parts)
X_train, X_test, y_train, y_test = train_test_split(df[["income", "debt"]], df["default"])
print(LogisticRegression().fit(X_train, y_train).score(X_test, y_test))
\`\`\`

A split that keeps the order:

\`\`\`python
import numpy as np
from sklearn.linear_model import Ridge
from sklearn.model_selection import TimeSeriesSplit, cross_val_score, train_test_split

s = np.loadtxt("load.txt")
X = np.array([s[i:i + 24] for i in range(len(s) - 24)])
y = s[24:]
X_train, X_test, y_train, y_test = train_test_split(X, y, shuffle=False)
print(Ridge().fit(X_train, y_train).score(X_test, y_test))
print(cross_val_score(Ridge(), X, y, cv=TimeSeriesSplit(5, gap=24)).mean())
\`\`\`

A random inner split to choose by, and a later stretch for the final number:

\`\`\`python
import numpy as np
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split

s = np.loadtxt("load.txt")
X = np.array([s[i:i + 24] for i in range(len(s) - 24)])
y = s[24:]
cut = int(len(X) * 0.8)
X_fit, X_val, y_fit, y_val = train_test_split(X[:cut], y[:cut], random_state=0)
model = Ridge().fit(X_fit, y_fit)
print("inner", model.score(X_val, y_val))
print("final", model.score(X[cut + 24:], y[cut + 24:]))
\`\`\`

## Fix

A suggestion: \`shuffle=False\`, which holds out the last windows. It is not applied unasked, because the number changes, and because a
gap as long as a window should be left out between the parts.

\`\`\`python
import numpy as np
from sklearn.linear_model import LinearRegression
from sklearn.model_selection import train_test_split

s = np.sin(np.array(range(300)) / 9.0)
X = np.array([s[i:i + 10] for i in range(len(s) - 10)])
y = s[10:]
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2)  # ← reported
print(LinearRegression().fit(X_train, y_train).score(X_test, y_test))
\`\`\`

\`\`\`python
import numpy as np
from sklearn.linear_model import LinearRegression
from sklearn.model_selection import train_test_split

s = np.sin(np.array(range(300)) / 9.0)
X = np.array([s[i:i + 10] for i in range(len(s) - 10)])
y = s[10:]
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2, shuffle=False)
print(LinearRegression().fit(X_train, y_train).score(X_test, y_test))
\`\`\`

## Known gaps

A cut in order without a gap between the parts is not reported, nor are windows that \`unfold\` or a function of
another library cuts, labels that span several steps, and windows that only training data generators see.
`,
  'group-leak-in-split': `# \`group-leak-in-split\`

Reports a random split of rows of which several belong to one patient, user or other group.

## What it does

It reports a random split or a shuffled cross-validation whose held-out part is scored, when features are computed for each group of a column
that names somebody or something seen several times (\`groupby('patient_id')['hr'].transform('mean')\`), when the same rows are
elsewhere split by their groups, or when the project declares the groups and the program names them. A column beside the features that only
its name shows to say whose a row is (\`speaker_id\`, \`subject_id\`) is a hint, once in a file: whether one of them has several rows is not known.

It leaves alone splits by group, tables with one row for each group (\`drop_duplicates\`, \`set_index\`), groups such as a city or a product that the model is to know, models
that are given the group as a feature, and a random split beside a score by group.

## Why it is bad

Rows of one patient resemble each other. Where some of them are trained on and others held out, the score tells how well known patients are
recognised. In our measurements a random forest on 60 groups of 10 rows seemed to reach 0.98 where it reached 0.60 on new groups.

## Examples

\`\`\`python
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

df = pd.read_csv("icu.csv")
pat = df.groupby("patient_id")["hr"].transform("mean")  # ← reported
X = df[["hr"]].assign(pat_mean=pat)
X_tr, X_te, y_tr, y_te = train_test_split(X, df["sepsis"], test_size=0.2)  # ← reported
model = LogisticRegression().fit(X_tr, y_tr)
print(model.score(X_te, y_te))
\`\`\`

Split by group to choose, at random for the number that is reported:

\`\`\`python
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import GroupKFold, train_test_split

df = pd.read_csv("slides.csv")
X, y = df[["area", "colour", "texture"]], df["malignant"]
depth = {}
for train, test in GroupKFold(5).split(X, y, groups=df["biopsy"]):
    depth[len(train)] = len(test)
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)  # ← reported
forest = RandomForestClassifier().fit(X_train, y_train)
print(roc_auc_score(y_test, forest.predict_proba(X_test)[:, 1]))
\`\`\`

In a helper, under a shuffled cross-validation:

\`\`\`python
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import KFold, cross_val_score


def with_user_features(df):
    by_user = df.groupby("user_id")["amount"]
    df["mean_amount"] = by_user.transform("mean")  # ← reported
    df["max_amount"] = by_user.transform("max")
    return df


payments = with_user_features(pd.read_csv("payments.csv"))
X, y = payments[["amount", "mean_amount", "max_amount"]], payments["fraud"]
print(cross_val_score(RandomForestClassifier(), X, y, cv=KFold(5, shuffle=True)).mean())  # ← reported
\`\`\`

In a notebook:

\`\`\`python
# %% [1]
import pandas as pd
df = pd.read_csv('speech.csv')
df['pitch_of_speaker'] = df.groupby('speaker')['pitch'].transform('median')  # ← reported
# %% [2]
from sklearn.model_selection import train_test_split
from sklearn.svm import SVC
train, test = train_test_split(df)  # ← reported
svm = SVC().fit(train[['pitch', 'pitch_of_speaker']], train['emotion'])
svm.score(test[['pitch', 'pitch_of_speaker']], test['emotion'])
\`\`\`

## What to write instead

All rows of a patient on one side:

\`\`\`python
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupShuffleSplit

df = pd.read_csv("icu.csv")
splitter = GroupShuffleSplit(n_splits=1, test_size=0.2, random_state=0)
train, test = next(splitter.split(df, df["sepsis"], groups=df["patient_id"]))
model = LogisticRegression().fit(df.iloc[train][["hr"]], df["sepsis"].iloc[train])
print(model.score(df.iloc[test][["hr"]], df["sepsis"].iloc[test]))
\`\`\`

Or all of them in one fold:

\`\`\`python
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedGroupKFold, cross_val_score

df = pd.read_csv("icu.csv")
X, y = df[["hr", "pressure"]], df["sepsis"]
print(cross_val_score(LogisticRegression(), X, y, groups=df["patient_id"], cv=StratifiedGroupKFold(5)).mean())
\`\`\`

One row for each user:

\`\`\`python
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

events = pd.read_csv("events.csv")
totals = events.groupby("user_id").agg(visits=("time", "count"), spent=("amount", "sum")).reset_index()
users = pd.read_csv("users.csv").merge(totals, on="user_id")
X_train, X_test, y_train, y_test = train_test_split(users[["visits", "spent"]], users["left"])
print(LogisticRegression().fit(X_train, y_train).score(X_test, y_test))
\`\`\`

Users that the model is to know:

\`\`\`python
import pandas as pd
from sklearn.ensemble import RandomForestRegressor
from sklearn.model_selection import train_test_split

ratings = pd.read_csv("ratings.csv")
ratings["habit"] = ratings.groupby("user_id")["seconds"].transform("mean")  # ← reported
X_train, X_test, y_train, y_test = train_test_split(ratings[["user_id", "film_id", "habit"]], ratings["stars"])
print(RandomForestRegressor().fit(X_train, y_train).score(X_test, y_test))
\`\`\`

A column that is a place rather than somebody:

\`\`\`python
import pandas as pd
from sklearn.linear_model import LinearRegression
from sklearn.model_selection import train_test_split

homes = pd.read_csv("homes.csv")
homes["homes_there"] = homes.groupby("city")["area"].transform("count")
X_train, X_test, y_train, y_test = train_test_split(homes[["area", "homes_there"]], homes["price"])
print(LinearRegression().fit(X_train, y_train).score(X_test, y_test))
\`\`\`

Both numbers, to show the difference:

\`\`\`python
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold, KFold, cross_val_score

df = pd.read_csv("icu.csv")
df["mean_hr"] = df["hr"] - df.groupby("patient_id")["hr"].transform("mean")  # ← reported
X, y = df[["hr", "mean_hr"]], df["sepsis"]
print("known patients", cross_val_score(LogisticRegression(), X, y, cv=KFold(5, shuffle=True)).mean())
print("new patients", cross_val_score(LogisticRegression(), X, y, groups=df["patient_id"], cv=GroupKFold(5)).mean())
\`\`\`

Groups that are only counted:

\`\`\`python
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

df = pd.read_csv("accounts.csv")
print(df.groupby("customer_id")["amount"].sum().describe())
X_train, X_test, y_train, y_test = train_test_split(df[["amount"]], df["late"])
print(LogisticRegression().fit(X_train, y_train).score(X_test, y_test))
\`\`\`

Folds in blocks, which do not draw at random:

\`\`\`python
import pandas as pd
from sklearn.linear_model import LinearRegression
from sklearn.model_selection import cross_val_score

df = pd.read_csv("runs.csv").sort_values("athlete")
df["usual"] = df.groupby("athlete")["pace"].cumcount()
print(cross_val_score(LinearRegression(), df[["usual", "slope"]], df["pace"], cv=10).mean())
\`\`\`

Each subject came once:

\`\`\`python
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

visits = pd.read_csv("visits.csv").drop_duplicates(subset="subject_id")
X, y = visits.drop(columns=["subject_id", "readmitted"]), visits["readmitted"]
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)
print(LogisticRegression().fit(X_train, y_train).score(X_test, y_test))
\`\`\`

## Fix

None. A split by group returns positions instead of parts, so that the statements around it have to change too.

## Known gaps

Only some names of columns are taken for somebody or something seen several times, and most of them only together with code that computes features
for each: that a table has a \`patient_id\` or \`user_id\` says nothing of how many rows one of them has. A group that the code never uses is not seen: declare it in the manifest.
`,
  'overlapping-manual-split': `# \`overlapping-manual-split\`

Reports training and test rows that were taken out of one table by hand and have rows in common.

## What it does

It reports a score on rows that were drawn independently of the training rows (\`df.sample\` twice, a random mask drawn twice), that a
slice shares with the slice of the training rows (\`df[:800]\` and \`df[700:]\`), that the same mask picked, or that were sliced off a
training table which keeps them. Only what must overlap is reported: numbers and shares of the length are compared, other bounds are
not.

It leaves alone complementary slices and masks, \`df.drop(train.index)\`, samples of one part for speed, and a score on known rows
beside one on new rows.

## Why it is bad

The rows in common are in the training part with their answers. Two independent samples of 80 % and 20 % leave a test part of which
four fifths were trained on: with our generated data a model that remembers scored almost as well as on the training rows themselves.

## Examples

\`\`\`python
import pandas as pd
from sklearn.linear_model import Ridge

df = pd.read_csv("houses.csv")
train = df.sample(frac=0.8, random_state=1)
test = df.sample(frac=0.2, random_state=2)  # ← reported
model = Ridge()
model.fit(train[["area", "rooms"]], train["price"])
print(model.score(test[["area", "rooms"]], test["price"]))
\`\`\`

Slices with a seam in the wrong place, in a notebook:

\`\`\`python
# %% [1]
from sklearn.datasets import load_digits
from sklearn.svm import SVC
X, y = load_digits(return_X_y=True)
X_train, y_train = X[:1500], y[:1500]
X_test, y_test = X[1000:], y[1000:]
# %% [2]
svc = SVC(gamma=0.001).fit(X_train, y_train)
svc.score(X_test, y_test)  # ← reported
\`\`\`

Shares of the length, in a class:

\`\`\`python
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import accuracy_score


class Data:
    def __init__(self, path):
        table = pd.read_csv(path)
        n = len(table)
        self.train = table.iloc[: int(0.8 * n)]
        self.test = table.iloc[int(0.7 * n) :]


data = Data("flights.csv")
forest = RandomForestClassifier().fit(data.train[["hour", "day"]], data.train["late"])
print(accuracy_score(data.test["late"], forest.predict(data.test[["hour", "day"]])))  # ← reported
\`\`\`

A random mask that is drawn twice:

\`\`\`python
import numpy as np
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score

df = pd.read_csv("mails.csv")
train = df[np.random.rand(len(df)) < 0.75]
test = df[np.random.rand(len(df)) >= 0.75]
model = LogisticRegression()
model.fit(train[["length", "links"]], train["spam"])
predicted = model.predict(test[["length", "links"]])
print(f1_score(test["spam"], predicted))  # ← reported
\`\`\`

A helper that draws, called for each part; and a condition that was copied and not changed:

\`\`\`python
import pandas as pd
from sklearn.tree import DecisionTreeRegressor


def part(table, share):
    return table.sample(frac=share)  # ← reported


df = pd.read_csv("tides.csv")
train, test = part(df, 0.8), part(df, 0.2)
tree = DecisionTreeRegressor().fit(train[["moon"]], train["level"])
print(tree.score(test[["moon"]], test["level"]))

train = df[df["year"] < 2015]
test = df[df["year"] < 2015]
tree = DecisionTreeRegressor().fit(train[["moon"]], train["level"])
print(tree.score(test[["moon"]], test["level"]))  # ← reported
\`\`\`

## What to write instead

What is left after the draw:

\`\`\`python
import pandas as pd
from sklearn.linear_model import Ridge

df = pd.read_csv("houses.csv")
train = df.sample(frac=0.8, random_state=1)
test = df.drop(train.index)
model = Ridge()
model.fit(train[["area", "rooms"]], train["price"])
print(model.score(test[["area", "rooms"]], test["price"]))
\`\`\`

A mask and its opposite:

\`\`\`python
import numpy as np
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score

df = pd.read_csv("mails.csv")
mask = np.random.rand(len(df)) < 0.75
train, test = df[mask], df[~mask]
model = LogisticRegression().fit(train[["length", "links"]], train["spam"])
print(f1_score(test["spam"], model.predict(test[["length", "links"]])))
\`\`\`

Slices that meet, and windows that move on, with a gap between training and test rows:

\`\`\`python
import pandas as pd
from sklearn.linear_model import LinearRegression

df = pd.read_csv("load.csv")
cut = int(len(df) * 0.8)
model = LinearRegression().fit(df[:cut][["temperature"]], df[:cut]["load"])
print(model.score(df[cut:][["temperature"]], df[cut:]["load"]))
for start in range(0, 5000, 1000):
    train = df[start : start + 800]
    test = df[start + 824 : start + 1000]
    model = LinearRegression().fit(train[["temperature"]], train["load"])
    print(start, model.score(test[["temperature"]], test["load"]))
\`\`\`

Positions that were drawn, and all others:

\`\`\`python
import numpy as np
from sklearn.datasets import load_wine
from sklearn.neighbors import KNeighborsClassifier


def positions(n, share):
    chosen = np.random.choice(n, int(n * share), replace=False)
    return np.setdiff1d(np.arange(n), chosen), chosen


X, y = load_wine(return_X_y=True)
train, test = positions(len(X), 0.25)
knn = KNeighborsClassifier().fit(X[train], y[train])
print(knn.score(X[test], y[test]))
\`\`\`

A sample of everything, to save time, is split afterwards:

\`\`\`python
import pandas as pd
from sklearn.ensemble import GradientBoostingRegressor
from sklearn.model_selection import train_test_split

df = pd.read_csv("trips.csv").sample(n=20_000, random_state=0)
train, test = train_test_split(df, random_state=0)
model = GradientBoostingRegressor().fit(train[["distance"]], train["minutes"])
print(model.score(test[["distance"]], test["minutes"]))
\`\`\`

Known rows are scored beside new ones, to see how far the model overfits:

\`\`\`python
# %% [1]
import pandas as pd
from sklearn.svm import SVC
from sklearn.model_selection import train_test_split
train, test = train_test_split(pd.read_csv('cells.csv'), random_state=0)
# %% [2]
some = train.sample(2000, random_state=0)
svc = SVC().fit(some[['size', 'shape']], some['kind'])
known = train.sample(500, random_state=1)
print(svc.score(known[['size', 'shape']], known['kind']))
print(svc.score(test[['size', 'shape']], test['kind']))
\`\`\`

A model that is given no answers:

\`\`\`python
import pandas as pd
from sklearn.ensemble import IsolationForest
from sklearn.metrics import recall_score

df = pd.read_csv("machines.csv")
forest = IsolationForest().fit(df.sample(frac=0.5)[["heat", "noise"]])
checked = df.sample(frac=0.2)
print(recall_score(checked["broken"], forest.predict(checked[["heat", "noise"]]) == -1))
\`\`\`

## Fix

The second draw becomes what the first one left. It is a suggestion: the test part becomes as large as what is left, and the index
of the table must name each row once.

\`\`\`python
import numpy as np
import pandas as pd
from sklearn.linear_model import Ridge

rng = np.random.default_rng(0)
df = pd.DataFrame(rng.normal(size=(200, 3)), columns=["a", "b", "y"])
train = df.sample(frac=0.8, random_state=1)
test = df.sample(frac=0.2, random_state=2)  # ← reported
model = Ridge().fit(train[["a", "b"]], train["y"])
print(model.score(test[["a", "b"]], test["y"]))
\`\`\`

\`\`\`python
import numpy as np
import pandas as pd
from sklearn.linear_model import Ridge

rng = np.random.default_rng(0)
df = pd.DataFrame(rng.normal(size=(200, 3)), columns=["a", "b", "y"])
train = df.sample(frac=0.8, random_state=1)
test = df.drop(train.index)
model = Ridge().fit(train[["a", "b"]], train["y"])
print(model.score(test[["a", "b"]], test["y"]))
\`\`\`

## Known gaps

Conditions on values are compared as text: \`year < 2015\` and \`year > 2010\` are not seen to overlap. Slices whose bounds are known only
when the program runs are left alone. Rows that appear twice within a table, and \`drop(index)\` on an index that names several rows,
are not followed.
`,
  'split-unpack-order': `# \`split-unpack-order\`

Reports the parts of \`train_test_split\` that are unpacked in an order in which they do not come.

## What it does

\`train_test_split(X, y)\` gives the training part of \`X\`, the test part of \`X\`, the training part of \`y\` and the test part of \`y\`, in
this order. The rule reports an unpacking into \`X_train, y_train, X_test, y_test\`, and any other whose second name is used as the
answers to the first: a model is fitted on features of one part and a target of the other. What is done with the parts counts more
than their names.

It leaves alone functions of the same name that are not scikit-learn's, parts that are put into the right order before they are
used, and a wrong argument where the names are right.

## Why it is bad

The training part of the features meets the test part of the features in place of its answers. Often the two differ in length and
fitting fails, far from the cause; where they do not, the model learns and is scored on pairs that do not belong together.

## Examples

\`\`\`python
import pandas as pd
from sklearn.linear_model import LinearRegression
from sklearn.model_selection import train_test_split

df = pd.read_csv("houses.csv")
X, y = df[["area", "rooms"]], df["price"]
X_train, y_train, X_test, y_test = train_test_split(X, y, test_size=0.5)  # ← reported
model = LinearRegression()
model.fit(X_train, y_train)
print(model.score(X_test, y_test))
\`\`\`

The split in a function, the names at its call:

\`\`\`python
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import accuracy_score
from sklearn.model_selection import train_test_split


def load_parts(path):
    table = pd.read_csv(path)
    return train_test_split(table.drop(columns="label"), table["label"], stratify=table["label"])


train_x, train_y, test_x, test_y = load_parts("flights.csv")  # ← reported
forest = RandomForestClassifier(n_estimators=50).fit(train_x, train_y)
print(accuracy_score(test_y, forest.predict(test_x)))
\`\`\`

Names that say nothing, in a notebook:

\`\`\`python
# %% [1]
from sklearn.datasets import load_wine
from sklearn.model_selection import train_test_split
from sklearn.svm import SVC
X, y = load_wine(return_X_y=True)
# %% [2]
a, b, c, d = train_test_split(X, y, random_state=1)  # ← reported
# %% [3]
svc = SVC()
svc.fit(a, b)
svc.score(c, d)
\`\`\`

Attributes of a class:

\`\`\`python
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split


class Experiment:
    def __init__(self, path):
        df = pd.read_csv(path)
        self.X_train, self.y_train, self.X_val, self.y_val = train_test_split(df[["age", "dose"]], df["cured"])  # ← reported

    def run(self):
        model = LogisticRegression().fit(self.X_train, self.y_train)
        return model.score(self.X_val, self.y_val)


print(Experiment("patients.csv").run())
\`\`\`

Only the names of the target are the wrong way round, and three arrays are split:

\`\`\`python
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.metrics import mean_absolute_error
from sklearn.model_selection import train_test_split

df = pd.read_csv("rents.csv")
for district in ["north", "south"]:
    part = df[df.district == district]
    X_train, X_test, y_test, y_train = train_test_split(part[["area"]], part["rent"])  # ← reported
    model = Ridge().fit(X_train, y_train)
    print(district, mean_absolute_error(y_test, model.predict(X_test)))

X, y, w = df[["area"]], df["rent"], df["weight"]
X_fit, y_fit, w_fit, X_held, y_held, w_held = train_test_split(X, y, w)  # ← reported
Ridge().fit(X_fit, y_fit, sample_weight=w_fit)
\`\`\`

## What to write instead

Training and test part of each array in turn:

\`\`\`python
import pandas as pd
from sklearn.linear_model import LinearRegression
from sklearn.model_selection import train_test_split

df = pd.read_csv("houses.csv")
X, y = df[["area", "rooms"]], df["price"]
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.5)
model = LinearRegression()
model.fit(X_train, y_train)
print(model.score(X_test, y_test))
\`\`\`

A function of the program's own, with an order of its own:

\`\`\`python
import pandas as pd
from sklearn.linear_model import LinearRegression


def train_test_split(X, y, n_train):
    return X[:n_train], y[:n_train], X[n_train:], y[n_train:]


df = pd.read_csv("tides.csv")
X_train, y_train, X_test, y_test = train_test_split(df[["moon"]], df["level"], 800)
model = LinearRegression().fit(X_train, y_train)
print(model.score(X_test, y_test))
\`\`\`

A function that hands the parts on in the order in which its callers want them:

\`\`\`python
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split


class Data:
    def __init__(self, path):
        self.table = pd.read_csv(path)

    def parts(self):
        X_train, X_test, y_train, y_test = train_test_split(self.table[["a", "b"]], self.table["y"])
        return (X_train, y_train), (X_test, y_test)


(X_train, y_train), (X_test, y_test) = Data("tests.csv").parts()
print(LogisticRegression().fit(X_train, y_train).score(X_test, y_test))
\`\`\`

Parts that got the wrong names and were put right before use:

\`\`\`python
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.tree import DecisionTreeRegressor

df = pd.read_csv("soil.csv")
X_train, y_train, X_test, y_test = train_test_split(df[["clay", "sand"]], df["yield"])
y_train, X_test = X_test, y_train
tree = DecisionTreeRegressor(max_depth=4).fit(X_train, y_train)
print(tree.score(X_test, y_test))
\`\`\`

One table split, its columns named afterwards, in a notebook:

\`\`\`python
# %% [1]
import pandas as pd
from sklearn.ensemble import GradientBoostingRegressor
from sklearn.model_selection import train_test_split
df = pd.read_csv('cars.csv')
train, test = train_test_split(df, test_size=0.25)
X_train, y_train, X_test, y_test = train[['power']], train['price'], test[['power']], test['price']
# %% [2]
model = GradientBoostingRegressor().fit(X_train, y_train)
model.score(X_test, y_test)
\`\`\`

The names are right; the target that was passed is not, which is another mistake:

\`\`\`python
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split

df = pd.read_csv("noise.csv")
X_train, X_test, y_train, y_test = train_test_split(df[["traffic"]], df["decibel"], test_size=0.5)
model = Ridge()
model.fit(X_train, y_test)
print(model.coef_)
\`\`\`

## Fix

The names are put into the order in which the parts come; nothing else changes.

\`\`\`python
from sklearn.datasets import load_diabetes
from sklearn.model_selection import train_test_split

X, y = load_diabetes(return_X_y=True)
X_train, y_train, X_test, y_test = train_test_split(X, y, test_size=0.2, random_state=0)  # ← reported
print(X_train.shape, y_test.shape)
\`\`\`

\`\`\`python
from sklearn.datasets import load_diabetes
from sklearn.model_selection import train_test_split

X, y = load_diabetes(return_X_y=True)
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2, random_state=0)
print(X_train.shape, y_test.shape)
\`\`\`

## Known gaps

Parts that are taken one by one (\`parts[0]\`, \`parts[1]\`) have no order of names. Nor is it judged where the larger
part is held out (\`X_test, X_train, y_test, y_train = …\`): that runs, and what is meant is not known. The parts of \`random_split\` and of other
libraries' splitters are not looked at.
`,
  'ordered-data-unshuffled': `# \`ordered-data-unshuffled\`

Reports rows that stand class by class and are cut into blocks without being shuffled.

## What it does

It reports targets that are put together class by class (\`[0] * n + [1] * m\`, \`np.zeros\` below \`np.ones\`, one folder after the other, tables of one
class below each other), sorted by their own value, or as a sampler of imbalanced-learn leaves them — rows that were made of a rare class stand
last, and \`RandomUnderSampler\` puts one class below the other —, when the last rows are then held out by \`validation_split\`, by \`shuffle=False\`, by a
slice or by unshuffled folds.

It leaves alone anything that is shuffled or split at random in between, stratified folds, rows in the order of time, and labels that do not
come in blocks.

## Why it is bad

The held-out block then consists of one class, or of the largest values, and the training part lacks them. The score can be zero or perfect
and says nothing about the model; an early stop that looks at it stops at random.

## Examples

\`\`\`python
import numpy as np
from tensorflow.keras.layers import Dense
from tensorflow.keras.models import Sequential

cats, dogs = np.load("cats.npy"), np.load("dogs.npy")
X = np.concatenate([cats, dogs])
y = np.array([0] * len(cats) + [1] * len(dogs))
net = Sequential([Dense(8, activation="relu"), Dense(1, activation="sigmoid")])
net.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
net.fit(X, y, epochs=5, validation_split=0.2)  # ← reported
\`\`\`

One folder after the other:

\`\`\`python
import os
import cv2
import numpy as np
from tensorflow.keras.layers import Dense, Flatten
from tensorflow.keras.models import Sequential
from tensorflow.keras.utils import to_categorical


def load(folder):
    images, labels = [], []
    for label, name in enumerate(sorted(os.listdir(folder))):
        for file in os.listdir(os.path.join(folder, name)):
            images.append(cv2.imread(os.path.join(folder, name, file)))
            labels.append(label)
    return np.array(images) / 255, np.array(labels)


X, y = load("flowers")
net = Sequential([Flatten(), Dense(5, activation="softmax")])
net.compile(optimizer="adam", loss="categorical_crossentropy", metrics=["accuracy"])
net.fit(X, to_categorical(y), epochs=10, validation_split=0.2)  # ← reported
\`\`\`

Sorted by the target, then cut into folds, in a notebook:

\`\`\`python
# %% [1]
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import KFold, cross_val_score
df = pd.read_csv('wine.csv').sort_values('quality')
# %% [2]
X, y = df.drop(columns='quality'), df['quality']
cross_val_score(LogisticRegression(), X, y, cv=KFold(5))  # ← reported
\`\`\`

Two tables of one class each, and a slice:

\`\`\`python
import pandas as pd
from sklearn.linear_model import LogisticRegression

spam = pd.read_csv("spam.csv")
ham = pd.read_csv("ham.csv")
spam["label"] = 1
ham["label"] = 0
mails = pd.concat([spam, ham], ignore_index=True)
n = int(0.8 * len(mails))
train, test = mails[:n], mails[n:]
model = LogisticRegression().fit(train[["length", "links"]], train["label"])
print(model.score(test[["length", "links"]], test["label"]))  # ← reported
\`\`\`

Classes picked from a table one after the other, in a class:

\`\`\`python
import pandas as pd
from sklearn.metrics import accuracy_score
from sklearn.model_selection import train_test_split
from sklearn.tree import DecisionTreeClassifier


class Balanced:
    def __init__(self, path):
        df = pd.read_csv(path)
        self.df = pd.concat([df[df.late == 0].head(500), df[df.late == 1]])

    def score(self):
        X, y = self.df[["distance", "weight"]], self.df["late"]
        X_train, X_test, y_train, y_test = train_test_split(X, y, shuffle=False)  # ← reported
        tree = DecisionTreeClassifier().fit(X_train, y_train)
        return accuracy_score(y_test, tree.predict(X_test))


print(Balanced("parcels.csv").score())
\`\`\`

## What to write instead

Split with stratification, and hand the parts over:

\`\`\`python
import numpy as np
from sklearn.model_selection import train_test_split
from tensorflow.keras.layers import Dense
from tensorflow.keras.models import Sequential

cats, dogs = np.load("cats.npy"), np.load("dogs.npy")
X = np.concatenate([cats, dogs])
y = np.array([0] * len(cats) + [1] * len(dogs))
X_tr, X_va, y_tr, y_va = train_test_split(X, y, stratify=y, random_state=0)
net = Sequential([Dense(8, activation="relu"), Dense(1, activation="sigmoid")])
net.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
net.fit(X_tr, y_tr, epochs=5, validation_data=(X_va, y_va))
\`\`\`

Or shuffle before the last rows are held out:

\`\`\`python
import numpy as np
from tensorflow.keras.layers import Dense
from tensorflow.keras.models import Sequential

cats, dogs = np.load("cats.npy"), np.load("dogs.npy")
X = np.vstack((cats, dogs))
y = np.hstack((np.zeros(len(cats)), np.ones(len(dogs))))
order = np.random.permutation(len(X))
net = Sequential([Dense(8, activation="relu"), Dense(1, activation="sigmoid")])
net.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
net.fit(X[order], y[order], epochs=5, validation_split=0.2)
\`\`\`

Images and labels that are shuffled together:

\`\`\`python
import os
import random
import cv2
import numpy as np
from tensorflow.keras.layers import Dense, Flatten
from tensorflow.keras.models import Sequential

data = []
for label, name in enumerate(["cats", "dogs"]):
    for file in os.listdir(name):
        data.append([cv2.imread(os.path.join(name, file)), label])
random.shuffle(data)
X = np.array([image for image, _ in data])
y = np.array([label for _, label in data])
net = Sequential([Flatten(), Dense(1, activation="sigmoid")])
net.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
net.fit(X, y, epochs=5, validation_split=0.2)
\`\`\`

Stratified folds take their share of each class:

\`\`\`python
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold, cross_val_score

df = pd.read_csv("wine.csv").sort_values("quality")
X, y = df.drop(columns="quality"), df["quality"]
print(cross_val_score(LogisticRegression(), X, y, cv=StratifiedKFold(5)).mean())
print(cross_val_score(LogisticRegression(), X, y, cv=5).mean())
\`\`\`

Shuffled before they are cut:

\`\`\`python
import pandas as pd
from sklearn.linear_model import LogisticRegression

df = pd.read_csv("parcels.csv").sort_values("late")
df = df.sample(frac=1, random_state=0)
n = int(0.8 * len(df))
model = LogisticRegression().fit(df[["distance"]][:n], df["late"][:n])
print(model.score(df[["distance"]][n:], df["late"][n:]))
\`\`\`

Perhaps shuffled, perhaps not:

\`\`\`python
import sys
import numpy as np
from sklearn.utils import shuffle
from tensorflow.keras.layers import Dense
from tensorflow.keras.models import Sequential

X = np.load("features.npy")
y = np.array([0] * 300 + [1] * 200)
if "--shuffle" in sys.argv:
    X, y = shuffle(X, y, random_state=0)
net = Sequential([Dense(8, activation="relu"), Dense(1, activation="sigmoid")])
net.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
net.fit(X, y, epochs=5, validation_split=0.2)
\`\`\`

The last stretch of a series:

\`\`\`python
import pandas as pd
from sklearn.linear_model import LinearRegression

df = pd.read_csv("odometer.csv").sort_values("distance")
df["before"] = df["distance"].shift(1)
df = df.dropna()
n = int(0.8 * len(df))
model = LinearRegression().fit(df[["before"]][:n], df["distance"][:n])
print(model.score(df[["before"]][n:], df["distance"][n:]))
\`\`\`

Sorted by something else:

\`\`\`python
import pandas as pd
from sklearn.linear_model import LinearRegression

df = pd.read_csv("rents.csv").sort_values("published")
n = int(0.8 * len(df))
model = LinearRegression().fit(df[["area"]][:n], df["rent"][:n])
print(model.score(df[["area"]][n:], df["rent"][n:]))
\`\`\`

## Fix

A suggestion for \`train_test_split\`: \`shuffle=True\`. For a slice, for folds and for \`validation_split\` there is none: what to shuffle, and
where, is for you to say.

\`\`\`python
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

df = pd.DataFrame({"size": [1, 5, 2, 6, 3, 7, 4, 8, 2, 6], "heavy": [0, 1, 0, 1, 0, 1, 0, 1, 0, 1]})
df = df.sort_values("heavy")
X_train, X_test, y_train, y_test = train_test_split(df[["size"]], df["heavy"], shuffle=False, test_size=0.3)  # ← reported
print(LogisticRegression().fit(X_train, y_train).score(X_test, y_test))
\`\`\`

\`\`\`python
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

df = pd.DataFrame({"size": [1, 5, 2, 6, 3, 7, 4, 8, 2, 6], "heavy": [0, 1, 0, 1, 0, 1, 0, 1, 0, 1]})
df = df.sort_values("heavy")
X_train, X_test, y_train, y_test = train_test_split(df[["size"]], df["heavy"], shuffle=True, test_size=0.3)
print(LogisticRegression().fit(X_train, y_train).score(X_test, y_test))
\`\`\`

## Known gaps

Orders that a file comes in, and labels that are looked
up in a loop over folders, are not seen.
`,
  'unseeded-evaluation-split': `# \`unseeded-evaluation-split\`

Reports a random split without a seed whose held-out part is compared with that of another split, or whose model is kept for later.

## What it does

It looks for splits that draw other rows in each run: \`train_test_split\` without \`random_state\`. It reports the first of them where

- another model is scored, by the same metric, on the held-out part of another such split of the same rows, or
- the model that was fitted on its training part is kept (\`joblib.dump\`, \`model.save\`), and which rows were held out is not.

It leaves alone splits that matter in this run only, programs that set a seed in any way, parts that are kept in files, and one statement that splits
again and again to see how much the score varies. Models need no seed.

## Why it is bad

Two models that are scored on different rows differ by chance too: on a few hundred test rows by several points of accuracy. A model whose test rows nobody knows
any more cannot be tested again: most rows of a new split are among those that it was trained on.

## Examples

\`\`\`python
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

df = pd.read_csv("loans.csv")
X, y = df[["income", "debt"]], df["default"]
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2)  # ← reported
print(RandomForestClassifier().fit(X_train, y_train).score(X_test, y_test))
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2)
print(LogisticRegression().fit(X_train, y_train).score(X_test, y_test))
\`\`\`

One function for each model, which splits for itself:

\`\`\`python
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.metrics import mean_absolute_error
from sklearn.model_selection import train_test_split
from sklearn.svm import SVR


def error_of(model, X, y):
    X_train, X_test, y_train, y_test = train_test_split(X, y)  # ← reported
    model.fit(X_train, y_train)
    return mean_absolute_error(y_test, model.predict(X_test))


houses = pd.read_csv("houses.csv")
X, y = houses[["area", "rooms"]], houses["price"]
print("ridge", error_of(Ridge(), X, y))
print("support vectors", error_of(SVR(), X, y))
\`\`\`

The model is kept, and what it was tested on is not:

\`\`\`python
import joblib
import pandas as pd
from sklearn.metrics import f1_score
from sklearn.model_selection import train_test_split
from sklearn.naive_bayes import GaussianNB


class Training:
    def __init__(self, path):
        self.table = pd.read_csv(path)

    def run(self):
        X, y = self.table[["calls", "bill"]], self.table["left"]
        X_train, X_test, y_train, y_test = train_test_split(X, y, stratify=y)  # ← reported
        model = GaussianNB().fit(X_train, y_train)
        print("f1", f1_score(y_test, model.predict(X_test)))
        joblib.dump(model, "churn.joblib")


Training("churn.csv").run()
\`\`\`

In a notebook:

\`\`\`python
# %% [1]
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsClassifier
from sklearn.tree import DecisionTreeClassifier
wines = pd.read_csv("wines.csv")
# %% [2]
train, test = train_test_split(wines)  # ← reported
tree = DecisionTreeClassifier().fit(train[["acid", "sugar"]], train["good"])
tree.score(test[["acid", "sugar"]], test["good"])
# %% [3]
train, test = train_test_split(wines)
nearest = KNeighborsClassifier().fit(train[["acid", "sugar"]], train["good"])
nearest.score(test[["acid", "sugar"]], test["good"])
\`\`\`

## What to write instead

One split with a seed for both models:

\`\`\`python
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

df = pd.read_csv("loans.csv")
X, y = df[["income", "debt"]], df["default"]
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2, random_state=0)
print(RandomForestClassifier().fit(X_train, y_train).score(X_test, y_test))
print(LogisticRegression().fit(X_train, y_train).score(X_test, y_test))
\`\`\`

Two models on one split, in a run whose result goes nowhere else:

\`\`\`python
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.naive_bayes import GaussianNB

df = pd.read_csv("loans.csv")
X, y = df[["income", "debt"]], df["default"]
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2)
for model in [GaussianNB(), LogisticRegression()]:
    print(model.fit(X_train, y_train).score(X_test, y_test))
\`\`\`

A seed for everything that is random:

\`\`\`python
import numpy as np
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.naive_bayes import GaussianNB

np.random.seed(7)
df = pd.read_csv("loans.csv")
X, y = df[["income", "debt"]], df["default"]
X_train, X_test, y_train, y_test = train_test_split(X, y)
print(GaussianNB().fit(X_train, y_train).score(X_test, y_test))
X_train, X_test, y_train, y_test = train_test_split(X, y)
print(LogisticRegression().fit(X_train, y_train).score(X_test, y_test))
\`\`\`

Many splits, to see how much the difference of two models varies:

\`\`\`python
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.naive_bayes import GaussianNB


def differences(X, y, rounds):
    found = []
    for _ in range(rounds):
        X_train, X_test, y_train, y_test = train_test_split(X, y)
        simple = GaussianNB().fit(X_train, y_train).score(X_test, y_test)
        linear = LogisticRegression().fit(X_train, y_train).score(X_test, y_test)
        found.append(linear - simple)
    return found


df = pd.read_csv("loans.csv")
print(sorted(differences(df[["income", "debt"]], df["default"], 100)))
\`\`\`

The test rows are kept with the model:

\`\`\`python
import joblib
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.naive_bayes import GaussianNB

df = pd.read_csv("churn.csv")
train, test = train_test_split(df)
model = GaussianNB().fit(train[["calls", "bill"]], train["left"])
print(model.score(test[["calls", "bill"]], test["left"]))
joblib.dump(model, "churn.joblib")
test.to_csv("test.csv")
\`\`\`

Two tables, each split once:

\`\`\`python
# %% [1]
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.naive_bayes import GaussianNB
from sklearn.tree import DecisionTreeClassifier
reds, whites = pd.read_csv("reds.csv"), pd.read_csv("whites.csv")
# %% [2]
train, test = train_test_split(reds)
GaussianNB().fit(train[["acid", "sugar"]], train["good"]).score(test[["acid", "sugar"]], test["good"])
# %% [3]
train, test = train_test_split(whites)
DecisionTreeClassifier().fit(train[["acid", "sugar"]], train["good"]).score(test[["acid", "sugar"]], test["good"])
\`\`\`

## Fix

The fix gives the splits the same seed. Nothing else changes: with a seed the split is one of those that it could have been without.

\`\`\`python
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.naive_bayes import GaussianNB

df = pd.DataFrame({"income": range(40), "debt": [3, 1] * 20, "default": [0, 0, 1, 1] * 10})
X, y = df[["income", "debt"]], df["default"]
X_train, X_test, y_train, y_test = train_test_split(X, y)  # ← reported
print(GaussianNB().fit(X_train, y_train).score(X_test, y_test))
X_train, X_test, y_train, y_test = train_test_split(X, y)
print(LogisticRegression().fit(X_train, y_train).score(X_test, y_test))
\`\`\`

\`\`\`python
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.naive_bayes import GaussianNB

df = pd.DataFrame({"income": range(40), "debt": [3, 1] * 20, "default": [0, 0, 1, 1] * 10})
X, y = df[["income", "debt"]], df["default"]
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)
print(GaussianNB().fit(X_train, y_train).score(X_test, y_test))
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)
print(LogisticRegression().fit(X_train, y_train).score(X_test, y_test))
\`\`\`

## Known gaps

A split without a seed whose score is only read in this run is not reported. Splits by hand (\`df.sample\`, \`np.random.rand(len(df)) < 0.8\`), of PyTorch and of
Keras are not looked at, and neither is a second split in another file.
`,
  'undefined-on-restart': `# \`undefined-on-restart\`

Reports a name that a notebook's cell reads before any cell above can have defined it, so that a fresh kernel stops there.

## What it does

It goes through the cells from top to bottom, as a fresh kernel would, and keeps the names that may have been defined so far: by
assignments, imports, loops, \`with\`, \`match\`, functions that declare a name \`global\`, magics such as \`%%capture out\`. A name that is
read for certain and cannot be there yet is reported, once: also in a function of the notebook, where the function is called at
the cell's own level. A name that no cell defines is an error, one that is defined further down a warning. What one cell lacks for
one reason is one finding. Of cells that were not run and show nothing in a notebook of which others were run, which are leftovers
mostly, the first is told of, as information, and how many more there are. In a notebook that nobody ran, or whose outputs were taken out, each is information: no number was
computed there.

It says nothing where something may have defined the name that cannot be seen: after \`from x import *\`, \`%run\`, \`%store -r\`, \`exec\`,
\`globals()\`, a cell tagged \`parameters\`, a magic that mentions the name, or in the text of a cell that cannot be parsed. Nor does it
speak of names in a branch, in a \`try\` with a handler, or after an early \`return\`; of cells that are tagged to be skipped or to raise,
or that show their error; of cells that nobody ran and that mark what is left out, as \`data = ...\` does; of notebooks that ask their reader for code; of notebooks in Python 2; and of names such as \`YOUR_TOKEN\`, in whose place the reader is to put something.

## Why it is bad

The numbers of such a notebook come from a state of the kernel that its cells do not make: the cell that did is gone, or was run
in another order. Nobody can compute them again, its author included, and what the missing definition was is not known. Of 10,388
notebooks of biomedical papers whose libraries could all be installed, 1,203 ran through, and 879 gave the results that they showed
(Samuel and Mietchen, 2023).

## Examples

The split stands below the fit:

\`\`\`python
# %% [1]
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split
df = pd.read_csv("houses.csv")
X, y = df.drop(columns="price"), df["price"]
# %% [4]
model = Ridge().fit(X_train, y_train)  # ← reported
print(model.score(X_test, y_test))
# %% [3]
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)
\`\`\`

The cell that made the features is gone:

\`\`\`python
# %% [2]
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import cross_val_score
loans = pd.read_csv("loans.csv")
target = loans["default"]
# %% [9]
forest = RandomForestClassifier(n_estimators=300, random_state=1)
scores = cross_val_score(forest, features, target, cv=5)  # ← reported
print(f"{scores.mean():.3f} ± {scores.std():.3f}")
\`\`\`

In a function, at the call that needs the name:

\`\`\`python
# %% [1]
import pandas as pd
from sklearn.metrics import mean_absolute_error
from sklearn.tree import DecisionTreeRegressor
wind = pd.read_csv("wind.csv")
train, test = wind[:800], wind[800:]
# %% [2]
def evaluate(model):
    predicted = model.predict(test[columns])
    return mean_absolute_error(test["power"], predicted)
# %% [5]
tree = DecisionTreeRegressor(max_depth=4).fit(train[["speed"]], train["power"])
evaluate(tree)  # ← reported
# %% [3]
columns = ["speed"]
\`\`\`

A value that only an earlier run of the same cell can have left behind, and one that was deleted:

\`\`\`python
# %% [3]
import numpy as np
import pandas as pd
from sklearn.linear_model import LogisticRegression
claims = pd.read_csv("claims.csv")
y = claims.pop("fraud")
# %% [8]
X = np.log1p(X)  # ← reported
model = LogisticRegression().fit(X[:500], y[:500])
del claims
# %% [9]
print(model.score(X[500:], y[500:]), len(claims))  # ← reported
\`\`\`

A library that was imported in a cell that was removed:

\`\`\`python
# %% [1]
import pandas as pd
df = pd.read_csv("sales.csv")
# %% [2]
for name in ["price", "amount"]:
    df[name] = np.log1p(df[name])  # ← reported
# %% [3]
df.describe()
\`\`\`

A later cell that was never run is not what this one has seen:

\`\`\`python
# %% [1]
import pandas as pd
sales = pd.read_csv("sales.csv")
# %% [2]
monthly.plot()  # ← reported
# %% [ ]
monthly = sales.groupby("month").sum()
\`\`\`

A collection of pieces that nobody ran as they stand is told of once, as information:

\`\`\`python
# %% [ ]
import pandas as pd
from sklearn.cluster import KMeans
# %% [ ]
model = KMeans(n_clusters=3).fit(points)  # ← reported
# %% [ ]
print(pd.crosstab(model.labels_, varieties))
# %% [ ]
KMeans(n_clusters=5).fit(movements)
# %% [ ]
print(articles.shape)
\`\`\`

## What to write instead

Definitions above their use, run in one go with *Restart and run all*:

\`\`\`python
# %% [1]
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split
df = pd.read_csv("houses.csv")
X, y = df.drop(columns="price"), df["price"]
# %% [2]
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)
# %% [3]
model = Ridge().fit(X_train, y_train)
print(model.score(X_test, y_test))
\`\`\`

What IPython and Python bring along, and what only a comprehension, a class or a function knows:

\`\`\`python
# %% [1]
import pandas as pd
df = pd.read_csv("a.csv")
_ = df.hist()
# %% [2]
display(df.head(), In[-1], Out, _)
squares = {k: v**2 for k, v in enumerate(df.index) if k}
[total := 0, *(total := total + n for n in range(3))]
print(total, __name__)
# %% [3]
class Report:
    rows = 3
    half = rows // 2

    def lines(self, table=df):
        return [later(row) for row in table.itertuples()]
# %% [4]
def later(row):
    return row
# %% [5]
Report().lines()
match df.shape:
    case (rows, columns) if rows > 0:
        print(rows, columns)
\`\`\`

Magics that define names:

\`\`\`python
# %% [1]
%matplotlib inline
files = !ls data
%store -r clean
# %% [2]
%%capture captured
print(files, clean)
# %% [3]
%%bigquery sales
SELECT * FROM shop.sales
# %% [4]
print(captured.stdout, sales.head())
\`\`\`

What another file or the kernel defines:

\`\`\`python
# %% [1]
%run setup.ipynb
# %% [2]
table = load("a.csv")
scores = evaluate(table)
\`\`\`

\`\`\`python
# %% [1]
from helpers import *
data = read_everything()
\`\`\`

Names that the program itself looks after:

\`\`\`python
# %% [1]
try:
    cache
except NameError:
    cache = {}
# %% [2]
if "model" not in globals():
    model = None
print(model, cache)
\`\`\`

\`\`\`python
# %% [1]
DEBUG = False
def count():
    global calls
    calls = 1
    if DEBUG:
        log(calls)
count()
print(calls)
if DEBUG:
    print(trace)
\`\`\`

A cell whose values papermill puts in:

\`\`\`python
# %% [1] parameters
rate = 0.1
# %% [2]
print(rate, region)
\`\`\`

A cell that is to fail, one that shows that it did, and one that is never run:

\`\`\`python
# %% [1] raises-exception
print(undefined_name)
# %% [2] fails
print(another_name)
# %% [3] skip-execution
print(third_name)
\`\`\`

Python 2, where a comprehension leaves its variable behind:

\`\`\`python
# %% [1]
squares = [n * n for n in range(10)]
print n, squares
\`\`\`

A place for the reader's own value:

\`\`\`python
# %% [ ]
import requests
headers = {"Authorization": f"Bearer {API_TOKEN}"}
requests.get("https://example.org/rows", headers=headers)
\`\`\`

A sketch in a cell that nobody ran, which marks what is left out:

\`\`\`python
# %% [1]
from tensorflow import keras
inputs = keras.Input(shape=(8,))
net = keras.Model(inputs, keras.layers.Dense(1)(inputs))
net.compile(loss="mse")
net.summary()
# %% [ ]
images = ...
net.fit(images, labels, epochs=3)
\`\`\`

A notebook that nobody ran, whose cells say in comments what is to be written there:

\`\`\`python
# %% [ ]
import pandas as pd
import xgboost as xgb
houses = pd.read_csv("housing.csv")
# %% [ ]
# Split the rows:
# %% [ ]
# Turn the text columns into numbers:
# %% [ ]
# Train a tree and score it:
# %% [ ]
dtrain = xgb.DMatrix(X_train, label=y_train)
\`\`\`

The same where functions are to be written, whatever a cell further down calls its own variable:

\`\`\`python
# %% [ ]
def play(env, rounds):
    """
    Your code here

    Returns: the mean reward, and the frames
    """
    return mean_reward, frames
# %% [ ]
import gym
env = gym.make("MountainCar-v0")
reward, shown = play(env, 10)
# %% [ ]
def imitate(args):
    """Insert code that learns from the expert."""
# %% [ ]
frames = [env.render() for _ in range(10)]
\`\`\`

A magic that stands alone needs no sign:

\`\`\`python
# %% [1]
pwd
# %% [2]
import pandas as pd
pd.read_csv("here.csv").head()
\`\`\`

Nor does a command of the shell on a line of its own, which IPython looks at before Python does:

\`\`\`python
# %% [1]
rm [0]
# %% [2]
rm[0]
\`\`\`

## Fix

Moves the statement that defines the name up to before the one that reads it, where that statement stands alone on its lines, all
that it reads is defined above, and nothing in between would notice. It is shown before it is applied: the order in which random
numbers are drawn may change. A module that goes by the name that everybody gives it, as \`np\` does, is imported where it is first read.

\`\`\`python
# %% [1]
from sklearn.datasets import load_wine
from sklearn.linear_model import LogisticRegression
X, y = load_wine(return_X_y=True)
# %% [4]
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)  # ← reported
model = LogisticRegression(max_iter=5000).fit(X_train, y_train)
# %% [2]
from sklearn.model_selection import train_test_split
print(model.score(X_test, y_test))
\`\`\`

\`\`\`python
# %% [1]
from sklearn.datasets import load_wine
from sklearn.linear_model import LogisticRegression
X, y = load_wine(return_X_y=True)
# %% [4]
from sklearn.model_selection import train_test_split
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)
model = LogisticRegression(max_iter=5000).fit(X_train, y_train)
# %% [2]
print(model.score(X_test, y_test))
\`\`\`

A module that goes by its usual name and is imported nowhere:

\`\`\`python
# %% [1]
from sklearn.datasets import load_wine
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import cross_val_score
X, y = load_wine(return_X_y=True)
# %% [2]
scores = cross_val_score(LogisticRegression(max_iter=5000), X, y, cv=3)
print(np.mean(scores))  # ← reported
\`\`\`

\`\`\`python
# %% [1]
from sklearn.datasets import load_wine
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import cross_val_score
X, y = load_wine(return_X_y=True)
# %% [2]
import numpy as np
scores = cross_val_score(LogisticRegression(max_iter=5000), X, y, cv=3)
print(np.mean(scores))
\`\`\`

## Known gaps

A function is followed where it is called by its name or handed to \`apply\`, \`map\` and their kin; methods of a notebook's own classes
are not:

\`\`\`python
# %% [1]
class Loader:
    def read(self):
        return pd.read_csv("a.csv")
# %% [2]
Loader().read()  # ← not reported, though it should be
\`\`\`
`,
  'out-of-order-execution': `# \`out-of-order-execution\`

Reports a notebook whose counts prove that a cell shows what was computed with another value than the cells above it make.

## What it does

It compares the order of the cells with their execution counts, and only where one cell uses what another makes: a name that it
defines, an object that it changes (\`df["x"] = …\`, \`model.fit(…)\`, \`inplace=True\`), also through a function that is called. Three things are
reported, once for each notebook, with the cells whose outputs are affected:

- a cell ran with what a cell further down had left behind: from top to bottom it would show something else;
- a cell that changes a value ran only after cells below had used what another cell had made: they show what was computed without the change;
- a cell draws at random without a seed (a split, a sample, a forest), and drew again after cells that use the draw: numbers of two draws stand
  side by side.

For the first two the counts have to prove it: each count between the runs in question belongs to another cell that is still there, so that no
other run can have come between. That a cell merely ran again is not reported: mostly it gave the same.

A cell is named where it shows something: by its stored output, or by its code where outputs are not there to be seen. For one that shows
nothing, the cells stand that ran after it and show what it made. Cells that read other columns than those that were set,
or only how many rows there are, do not depend on it; a file that is read again, rows that are sorted, and a table that is indexed
otherwise hold the same values.

It is information, and a warning where a score is computed in one of the affected cells.

Cells without a count, gaps between counts, imports, cells that do not depend on each other, and Markdown are left alone. So are notebooks in
which a count occurs twice, cells whose count is too small for all that they rest on, and counts far above those of a run from top to bottom: these counts are
of several sessions.

## Why it is bad

The number below a cell is read as the result of the code above it. Here it is the result of code that is no longer there, or of a value that
came from elsewhere: run again from the top, the notebook gives another number, and nobody can tell which one the report should have.

## Examples

The split, drawn again after the score:

\`\`\`python
# %% [1]
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split
houses = pd.read_csv("houses.csv")
X, y = houses.drop(columns="price"), houses["price"]
# %% [7]
X_train, X_test, y_train, y_test = train_test_split(X, y)  # ← reported
# %% [4]
model = Ridge().fit(X_train, y_train)
# %% [5]
print(model.score(X_test, y_test))
\`\`\`

A look at the table that was repeated after the table had been changed below:

\`\`\`python
# %% [1]
import pandas as pd
loans = pd.read_csv("loans.csv")
# %% [5]
loans.describe()  # ← reported
# %% [3]
loans["income"] = loans["income"].clip(upper=100_000)
# %% [4]
loans = loans.dropna()
# %% [6]
print(len(loans))
\`\`\`

A cell that was written above the score when the score was already there, and not run through since:

\`\`\`python
# %% [1]
import pandas as pd
from sklearn.model_selection import cross_val_score
from sklearn.tree import DecisionTreeClassifier
shops = pd.read_csv("shops.csv")
# %% [4]
shops = shops[shops["area"] < 500]  # ← reported
# %% [2]
X = shops[["area", "staff", "rent"]]
# %% [3]
cross_val_score(DecisionTreeClassifier(), X, shops["closed"]).mean()
\`\`\`

A forest without a seed that was fitted again, and what an older one showed:

\`\`\`python
# %% [2]
import pandas as pd
from sklearn.ensemble import RandomForestRegressor
from sklearn.metrics import mean_absolute_error
train, test = pd.read_csv("train.csv"), pd.read_csv("valid.csv")
columns = ["speed", "height"]
# %% [9]
model = RandomForestRegressor(n_estimators=500)  # ← reported
model.fit(train[columns], train["power"])
# %% [5]
def report(part):
    return mean_absolute_error(part["power"], model.predict(part[columns]))
# %% [6]
report(test)
\`\`\`

A score that uses the model of a cell further down:

\`\`\`python
# %% [1]
import pandas as pd
from sklearn.dummy import DummyClassifier
from sklearn.linear_model import LogisticRegression
train, valid = pd.read_csv("train.csv"), pd.read_csv("valid.csv")
X, y = train[["nights", "guests"]], train["returns"]
# %% [2]
model = DummyClassifier(strategy="prior").fit(X, y)
# %% [4]
model.score(valid[["nights", "guests"]], valid["returns"])  # ← reported
# %% [3]
model = LogisticRegression().fit(X, y)
\`\`\`

## What to write instead

The same cells, run from top to bottom; gaps are left by cells that ran twice:

\`\`\`python
# %% [9]
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split
houses = pd.read_csv("houses.csv")
X, y = houses.drop(columns="price"), houses["price"]
# %% [12]
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=3)
# %% [13]
model = Ridge().fit(X_train, y_train)
# %% [17]
print(model.score(X_test, y_test))
\`\`\`

Cells that do not depend on each other may run in any order:

\`\`\`python
# %% [1]
import pandas as pd
wind = pd.read_csv("wind.csv")
sun = pd.read_csv("sun.csv")
# %% [5]
wind.describe()
# %% [2]
sun.describe()
\`\`\`

Imports give the same whenever they run:

\`\`\`python
# %% [6]
import numpy as np
import pandas as pd
# %% [2]
ships = pd.read_csv("ships.csv")
# %% [3]
np.log1p(ships["weight"]).hist()
\`\`\`

Cells that were not run show nothing, and a change that comes from below but before the value is made again does not matter:

\`\`\`python
# %% [1]
import pandas as pd
df = pd.read_csv("a.csv")
# %% [ ]
df = df.dropna()
# %% [3]
df.head()
# %% [ ]
df.tail()
\`\`\`

\`\`\`python
# %% [1]
import pandas as pd
# %% [5]
df = pd.read_csv("a.csv")
df.head()
# %% [6]
df["b"] = df["a"] * 2
\`\`\`

Where nothing above makes what a cell reads, the cell does not run at all from top to bottom, which is the matter of
\`undefined-on-restart\`:

\`\`\`python
# %% [1]
import pandas as pd
# %% [3]
weather.head()  # ← reported
# %% [2]
weather = pd.read_csv("weather.csv").dropna()
\`\`\`

What no output rests on may be as old as it likes:

\`\`\`python
# %% [1]
import pandas as pd
bikes = pd.read_csv("bikes.csv")
# %% [2]
columns = ["weight", "gears"]
# %% [4]
X = bikes[columns]
# %% [3]
columns = ["weight"]
\`\`\`

A column that was made again is no matter of a cell that shows other columns, or how many rows there are:

\`\`\`python
# %% [1]
import pandas as pd
coins = pd.read_csv("coins.csv")
# %% [4]
coins["date"] = pd.to_datetime(coins["date"])
# %% [2]
coins[coins["close"] > coins["open"]].shape, len(coins)
# %% [3]
coins[["open", "close"]].hist()
\`\`\`

So is a column that is left out:

\`\`\`python
# %% [1]
import pandas as pd
diners = pd.read_csv("diners.csv")
# %% [3]
sorted(diners.rating.unique())
# %% [2]
diners.drop(["name"], axis=1, inplace=True)
# %% [4]
diners.head()
\`\`\`

The same file, read once more, is the same table, and so are rows that are made up from the same seed:

\`\`\`python
# %% [1]
import pandas as pd
# %% [9]
flats = pd.read_csv("flats.csv")
# %% [3]
flats.describe()
\`\`\`

\`\`\`python
# %% [1]
import matplotlib.pyplot as plt
from sklearn.datasets import make_moons
# %% [7]
X, y = make_moons(200, noise=0.1, random_state=0)
# %% [4]
plt.scatter(X[:, 0], X[:, 1], c=y)
\`\`\`

A cell that ran again may have given the same, whether it is the text of a function or a split with a seed:

\`\`\`python
# %% [1]
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split
houses = pd.read_csv("houses.csv")
# %% [9]
def features(table):
    return table[["area", "rooms"]]
# %% [8]
X_train, X_test, y_train, y_test = train_test_split(features(houses), houses["price"], random_state=3)
# %% [4]
print(Ridge().fit(X_train, y_train).score(X_test, y_test))
\`\`\`

A gap in the counts leaves room for a run that is not seen, here of the cell that made the table:

\`\`\`python
# %% [1]
import pandas as pd
# %% [2]
loans = pd.read_csv("loans.csv").query("paid > 0")
# %% [6]
loans.describe()
# %% [3]
loans = loans.dropna()
# %% [4]
print(len(loans))
\`\`\`

A cell that was copied makes the same, and sorting, or another index, leaves the values as they are:

\`\`\`python
# %% [1]
import pandas as pd
stays = pd.read_csv("stays.csv")
# %% [2]
kept = stays[stays["nights"] < 30]
# %% [4]
kept.describe()
# %% [3]
kept = stays[stays["nights"] < 30]
\`\`\`

\`\`\`python
# %% [1]
import pandas as pd
words = pd.read_csv("words.csv")
# %% [3]
words["count"].sum()
# %% [2]
words = words.sort_values("count").reset_index(drop=True)
# %% [4]
words["count"].max()
\`\`\`

A column that was added below, where nothing tells that the cell above looks at it:

\`\`\`python
# %% [1]
import pandas as pd
votes = pd.read_csv("votes.csv")
# %% [3]
votes.groupby("party")["turnout"].mean()
# %% [2]
votes["margin"] = votes["first"] - votes["second"]
# %% [4]
votes.head()
\`\`\`

A new draw has the same columns, and as many rows; draws behind a seed are the same, or may be:

\`\`\`python
# %% [1]
import pandas as pd
from sklearn.model_selection import train_test_split
pears = pd.read_csv("pears.csv")
# %% [5]
train, test = train_test_split(pears)
# %% [3]
print(train.columns, test.shape)
# %% [6]
train.describe()
\`\`\`

\`\`\`python
# %% [1]
import numpy as np
import pandas as pd
np.random.seed(0)
pears = pd.read_csv("pears.csv")
# %% [5]
some = pears.sample(100)
# %% [3]
some.describe()
\`\`\`

Weights that are loaded take the place of all that a network held:

\`\`\`python
# %% [1]
import torch
from nets import Regression, loader
# %% [2]
net = Regression(12)
# %% [5]
net.load_state_dict(torch.load("first.pt"))
print(sum(float(net(x).mean()) for x, _ in loader))
# %% [4]
net.load_state_dict(torch.load("second.pt"))
print(sum(float(net(x).mean()) for x, _ in loader))
\`\`\`

What is set anew in both branches of an \`if\` ends what stood there before:

\`\`\`python
# %% [1]
from pathlib import Path
import joblib
import pandas as pd
from sklearn.ensemble import RandomForestRegressor
from sklearn.model_selection import cross_val_score
winds = pd.read_csv("winds.csv")
X, y = winds[["speed", "height"]], winds["power"]
# %% [8]
scores = cross_val_score(RandomForestRegressor(n_estimators=10), X, y)
# %% [4]
if Path("scores.joblib").exists():
    scores = joblib.load("scores.joblib")
else:
    scores = cross_val_score(RandomForestRegressor(n_estimators=900), X, y)
# %% [5]
print(scores.mean())
\`\`\`

Counts of two sessions cannot be compared: where one occurs twice, and where so early a run cannot have had what the cell uses:

\`\`\`python
# %% [1]
import pandas as pd
df = pd.read_csv("a.csv")
# %% [3]
df = df.dropna()
# %% [2]
df.head()
# %% [2]
df.tail()
\`\`\`

\`\`\`python
# %% [11]
import pandas as pd
df = pd.read_csv("a.csv")
# %% [12]
X = df[["a", "b"]]
# %% [1]
print(X.mean())
\`\`\`

A run from top to bottom, and a count that an earlier session left behind:

\`\`\`python
# %% [1]
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import f1_score
# %% [2]
train, valid = pd.read_csv("train.csv"), pd.read_csv("valid.csv")
# %% [212]
columns = ["age", "fare"]
# %% [4]
model = RandomForestClassifier(random_state=0).fit(train[columns], train["survived"])
# %% [5]
answers = model.predict(valid[columns])
# %% [6]
f1_score(valid["survived"], answers)
\`\`\`

## Fix

None: no edit of the text makes the numbers true. *Restart* and *Run All* does, after which the outputs are what the cells say.

## Known gaps

Counts say in which order cells ran last, and not with what text: a cell that was edited, run again and not followed up is not seen,
unless it draws at random. An object that is changed by a method other than \`fit\`, \`append\`, \`update\` and their kin, or inside a library, does not count as changed.
`,
  'non-idempotent-cell': `# \`non-idempotent-cell\`

Reports a notebook's cell that makes a value from its own last value in a way that changes it further with every run of the cell.

## What it does

It looks for a variable or a column that a cell rewrites from itself without defining it first, by something that is not the same when it is
done again: multiplying and dividing (\`X /= 255\`), arithmetic with other columns, functions of NumPy such as \`np.log1p\`, a slice that leaves rows
out (\`df.iloc[1:]\`), rows put below those that are there (\`pd.concat([df, new])\`), \`shift\`, \`diff\` and \`cumsum\`. It reports where the value, or
what is made of it, comes to a model that learns from it or a score that is computed from it; what is only shown shows itself.

A notebook has one such hint at most. It becomes information where every cell has its count and a number is missing right before the
cell's own: it may have run more than once.

Operations that give the same again are left alone: \`astype\`, \`fillna\`, \`drop_duplicates\`, \`sort_values\`, \`clip\`, masks and selections,
columns and tables that are scaled by their own mean, deviation or maximum, whatever the cell calls these, rows that are put below and whose copies are taken
out again, and scalers and imputers, which find nothing left to do when they are fitted anew. So is what does not change
a score or does not pass without a sign: a number that is added everywhere, a factor before a linear model or trees, a logarithm or another rising function of a
feature before trees, columns that are there twice, a dictionary that maps values which are gone by then to nothing, a comparison of what was compared, paths that
grow. So are values that the cell defines itself or makes from another name, counters and texts of the program's own, what stands in a branch, functions that are not
known, and scripts. And so are cells that a second run does not get through: they take away a column, a row, a name or an item of a list (\`drop\`, \`pop\`, \`del\`, \`remove\`),
read a column by the name that they change, make it the index, insert or join one that is there by then, ask numbers for \`.str\` or an array for \`.values\` or \`.iloc\`, or give an
array an axis more each time.

## Why it is bad

A cell is run again whenever something in it is corrected. Here each run takes the logarithm of the logarithm, drops another row, or appends the
same rows once more, and nothing is shown: the features, and every score below, depend on how often the cell was run. With 20 % of the
rows twice in the table, the AUC of a random forest rose by 0.118 in our measurements, as copies stood on both sides of the split.

## Examples

\`\`\`python
# %% [1]
import numpy as np
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split
df = pd.read_csv("people.csv")
extra = pd.read_csv("more.csv")
# %% [2]
df["income"] = np.log1p(df["income"])  # ← reported
df = pd.concat([df, extra])
df = df.iloc[1:]
# %% [3]
train, test = train_test_split(df, random_state=0)
model = Ridge().fit(train[["age", "income"]], train["rent"])
print(model.score(test[["age", "income"]], test["rent"]))
\`\`\`

Pixels that are scaled in a cell of their own:

\`\`\`python
# %% [1]
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split
from sklearn.svm import SVC
X, y = load_digits(return_X_y=True)
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)
# %% [2]
X_train = X_train / 16  # ← reported
X_test = X_test / 16
# %% [3]
SVC(gamma=0.5).fit(X_train, y_train).score(X_test, y_test)
\`\`\`

Rows that are put below the others; the counts 3 to 5 are nobody's:

\`\`\`python
# %% [1]
import pandas as pd
from sklearn.model_selection import cross_val_score
from sklearn.neighbors import KNeighborsClassifier
patients = pd.read_csv("patients.csv")
# %% [2]
patients["age"] = patients["age"].fillna(0).astype(int)
# %% [6]
older = pd.read_csv("patients_2019.csv")
patients = pd.concat([patients, older], ignore_index=True)  # ← reported
# %% [7]
cross_val_score(KNeighborsClassifier(), patients[["age", "weight"]], patients["ill"]).mean()
\`\`\`

Several columns in a loop, and a function that trains:

\`\`\`python
# %% [1]
import numpy as np
import pandas as pd
from sklearn.linear_model import LinearRegression
flats = pd.read_csv("flats.csv")
# %% [2]
for column in ["rent", "area"]:
    flats[column] = np.log(flats[column])  # ← reported
# %% [3]
def train(table):
    return LinearRegression().fit(table[["area", "rooms"]], table["rent"])
# %% [4]
model = train(flats)
\`\`\`

## What to write instead

A new name for each step, or one cell from the definition on:

\`\`\`python
# %% [1]
import numpy as np
import pandas as pd
raw = pd.read_csv("people.csv")
extra = pd.read_csv("more.csv")
# %% [2]
clean = raw.assign(log_income=np.log1p(raw["income"]))
clean = pd.concat([clean, extra], ignore_index=True)
clean = clean.iloc[1:]
\`\`\`

\`\`\`python
# %% [1]
import pandas as pd
# %% [5]
flats = pd.read_csv("flats.csv")
flats["rent"] = flats["rent"] / 12
flats = flats[1:]
\`\`\`

What gives the same again:

\`\`\`python
# %% [1]
import pandas as pd
df = pd.read_csv("a.csv")
# %% [2]
df = df.drop_duplicates().sort_values("day").fillna(0)
df["day"] = pd.to_datetime(df["day"])
df["size"] = df["size"].astype(float).clip(0, 10)
df = df[df["size"] > 1]
df = df[["day", "size"]]
df = df[:1000]
df["size"] = df["size"] - df["size"].mean()
\`\`\`

What does not change a score, or not without a sign:

\`\`\`python
# %% [1]
import numpy as np
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LinearRegression
from sklearn.metrics import accuracy_score
from sklearn.model_selection import train_test_split
cars = pd.read_csv("cars.csv")
bids = pd.read_csv("bids.csv")
paths = cars["photo"]
towns = pd.read_csv("towns.csv")
# %% [2]
cars["sold"] = cars["sold"].map({"yes": 1, "no": 0})
cars["new"] = cars["new"] == "new"
cars["year"] = cars["year"] - 2000
cars["km"] = cars["km"] / 1000
cars = pd.concat([cars, pd.get_dummies(towns["town"])], axis=1)
paths = "photos/" + paths
# %% [3]
train, test = train_test_split(cars, random_state=0)
forest = RandomForestClassifier().fit(train[["new", "year", "km"]], train["sold"])
hits = accuracy_score(test["sold"], forest.predict(test[["new", "year", "km"]]))
price = LinearRegression().fit(train[["year", "km"]], train["price"])
# %% [4]
bids["sum"] = np.log1p(bids["sum"])
# %% [5]
taken = RandomForestClassifier().fit(bids[["sum", "days"]], bids["taken"])
\`\`\`

Records of results, and what is only shown, tell of themselves:

\`\`\`python
# %% [1]
import numpy as np
import pandas as pd
from sklearn.datasets import load_wine
from sklearn.linear_model import RidgeClassifier
from sklearn.model_selection import cross_val_score
X, y = load_wine(return_X_y=True)
runs = pd.DataFrame(columns=["alpha", "accuracy"])
steps = np.arange(10)
# %% [2]
accuracy = cross_val_score(RidgeClassifier(alpha=0.1), X, y).mean()
runs = pd.concat([runs, pd.DataFrame([{"alpha": 0.1, "accuracy": accuracy}])])
runs
# %% [3]
steps = np.log1p(steps)
print(steps)
\`\`\`

A cell that a second run does not get through, as the column is gone by then:

\`\`\`python
# %% [1]
import pandas as pd
flows = pd.read_csv("flows.csv")
# %% [2]
flows["port"] = flows["port"] + 1
flows.drop("proto", axis=1, inplace=True)
# %% [3]
flows["bytes"] = flows["bytes"] / 1024
flows = flows.drop(columns=["start", "end"])
# %% [4]
flows["packets"] = flows["packets"] * 2
del flows["label"]
# %% [5]
flows["rate"] = flows["rate"] / 60
seconds = flows.pop("seconds")
\`\`\`

A list whose items are gone by then, a column that has another name, pixels with an axis more, which no network takes, and arrays that are asked for
what only tables have:

\`\`\`python
# %% [1]
import numpy as np
import pandas as pd
from sklearn.datasets import load_digits
from sklearn.neural_network import MLPClassifier, MLPRegressor
pixels, digits = load_digits(return_X_y=True)
flows = pd.read_csv("flows.csv")
flats = pd.read_csv("flats.csv")
rents, areas = flats["rent"], flats["area"]
columns = ["day", "hour", "rate", "size"]
# %% [2]
for column in ["day", "hour"]:
    columns.remove(column)
flows["rate"] = flows["rate"] / 60
# %% [3]
flows["size"] = np.log1p(flows["size"] * flows["count"])
flows["size"] = flows["size"] / flows["Duration"]
flows = flows.rename(columns={"Duration": "duration"})
# %% [4]
pixels = np.expand_dims(pixels / 16, -1)
rents = np.log1p(rents.values)
areas = areas.iloc[1:].to_numpy() / 100
# %% [5]
line = MLPRegressor().fit(areas.reshape(-1, 1), rents[1:])
tagger = MLPClassifier().fit(flows[columns], flows["label"])
reader = MLPClassifier().fit(pixels, digits)
\`\`\`

Tables that a cell scales by their own numbers, under names of its own, are the same after a second run; so are rows whose copies are taken out again:

\`\`\`python
# %% [1]
import pandas as pd
from sklearn.neural_network import MLPRegressor
train = pd.read_csv("train.csv")
valid = pd.read_csv("valid.csv")
more = pd.read_csv("more.csv")
# %% [2]
train = pd.concat([train, more])
train = train.drop_duplicates()
# %% [3]
mean = train.mean()
deviation = train.std()
train = (train - mean) / deviation
valid = (valid - mean) / deviation
# %% [4]
net = MLPRegressor().fit(train[["area", "rooms"]], train["rent"])
print(net.score(valid[["area", "rooms"]], valid["rent"]))
\`\`\`

Scalers and imputers that are fitted anew, which find nothing left to do, and a wrap that is stable:

\`\`\`python
# %% [1]
import numpy as np
from sklearn.datasets import load_wine
from sklearn.impute import SimpleImputer
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler
X, y = load_wine(return_X_y=True)
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)
scaler = StandardScaler()
angle = np.arange(360)
# %% [2]
X_train = scaler.fit_transform(X_train)
X_test = scaler.transform(X_test)
y_train = SimpleImputer().fit_transform(y_train.reshape(-1, 1))
angle = np.where(angle > 180, angle - 360, angle)
\`\`\`

Columns made of other columns, a recoding that is stable, and codes, which keep their codes:

\`\`\`python
# %% [1]
import numpy as np
import pandas as pd
from sklearn.preprocessing import LabelEncoder
cars = pd.read_csv("cars.csv")
# %% [2]
cars["make"] = LabelEncoder().fit_transform(cars["make"])
cars["log_price"] = np.log(cars["price"])
cars["age"] = 2024 - cars["year"]
cars["fuel"] = cars["fuel"].map({"petrol": "petrol", "gas": "petrol"})
\`\`\`

Counters, paths and lists are no data:

\`\`\`python
# %% [1]
folder = "data"
runs = 0
seen = []
# %% [2]
runs += 1
folder = folder + "/raw"
seen = seen + [folder]
\`\`\`

What stands in a branch may be there to be done once; what is not known is not judged:

\`\`\`python
# %% [1]
import pandas as pd
from cleaning import tidy
df = pd.read_csv("a.csv")
# %% [2]
if "scaled" not in df.attrs:
    df["x"] = df["x"] / 10
    df.attrs["scaled"] = True
df = tidy(df)
\`\`\`

A script runs once:

\`\`\`python
import numpy as np
import pandas as pd

df = pd.read_csv("people.csv")
df["income"] = np.log1p(df["income"])
df = df.iloc[1:]
df.to_csv("clean.csv")
\`\`\`

## Fix

None: the new name must be used by every later cell that means the changed value, and which do is not for a machine to guess.

## Known gaps

Functions of the notebook's own, lambdas and changes by \`inplace=True\` are not followed:

\`\`\`python
# %% [1]
import pandas as pd
df = pd.read_csv("a.csv")
# %% [2]
df["x"] = df["x"].apply(lambda x: x / 10)  # ← not reported, though it should be
\`\`\`
`,
  'model-saved-without-preprocessing': `# \`model-saved-without-preprocessing\`

Reports a model that is kept for later, while a fitted transformer that its features went through is not.

## What it does

It follows the features of a model back through the transformers that were fitted: scalers, imputers, encoders, vocabularies,
projections, selections. Where the model is written to a file or logged to a registry (\`joblib.dump\`, \`pickle.dump\`, \`model.save\`,
\`mlflow.sklearn.log_model\`), and neither that object nor any other that is kept holds the transformer, it reports the place where the model is
kept.

It leaves alone transformers that are members of the kept Pipeline, that go into the same or another file, or that are read in any way but to fit
and to transform; encoders of the answers; files for the time being, and programs that make a temporary folder; and programs that keep something that is not followed.

## Why it is bad

The model has learned from prepared rows. Whoever loads it has raw ones: they can be given to it as they are, or prepared by a transformer that
was fitted on other rows, and its predictions are then not those that were measured. Nothing raises an error.

## Examples

\`\`\`python
import joblib
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVC

df = pd.read_csv("churn.csv")
X_train, X_test, y_train, y_test = train_test_split(df[["calls", "bill"]], df["left"], random_state=0)
scaler = StandardScaler().fit(X_train)
model = SVC().fit(scaler.transform(X_train), y_train)
print(model.score(scaler.transform(X_test), y_test))
joblib.dump(model, "model.joblib")  # ← reported
\`\`\`

The vocabulary of a text model, in functions:

\`\`\`python
import pickle

import pandas as pd
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from sklearn.model_selection import train_test_split


def train(path):
    reviews = pd.read_csv(path)
    train, test = train_test_split(reviews, random_state=1)
    vectorizer = TfidfVectorizer(min_df=2)
    features = vectorizer.fit_transform(train["text"])
    model = LogisticRegression(max_iter=1000)
    model.fit(features, train["fresh"])
    print("f1", f1_score(test["fresh"], model.predict(vectorizer.transform(test["text"]))))
    return model


if __name__ == "__main__":
    fresh = train("reviews.csv")
    with open("fresh.pkl", "wb") as file:
        pickle.dump(fresh, file)  # ← reported
\`\`\`

Encoders that a loop makes, one after the other, and a scaler:

\`\`\`python
import joblib
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsRegressor
from sklearn.preprocessing import MinMaxScaler, OrdinalEncoder

houses = pd.read_csv("houses.csv")
train, test = train_test_split(houses, random_state=0)
train, test = train.copy(), test.copy()
for column in ["district", "kind"]:
    encoder = OrdinalEncoder(handle_unknown="use_encoded_value", unknown_value=-1)
    train[[column]] = encoder.fit_transform(train[[column]])
    test[[column]] = encoder.transform(test[[column]])
features = ["district", "kind", "area"]
scaler = MinMaxScaler()
X_train = scaler.fit_transform(train[features])
X_test = scaler.transform(test[features])
nearest = KNeighborsRegressor().fit(X_train, train["price"])
print(nearest.score(X_test, test["price"]))
joblib.dump(nearest, "nearest.joblib")  # ← reported
\`\`\`

A class, and a network of Keras:

\`\`\`python
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler
from tensorflow.keras.layers import Dense
from tensorflow.keras.models import Sequential


class Trainer:
    def __init__(self, path):
        self.table = pd.read_csv(path)
        self.scaler = StandardScaler()

    def run(self):
        X, y = self.table[["age", "dose"]], self.table["cured"]
        X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)
        X_train = self.scaler.fit_transform(X_train)
        X_test = self.scaler.transform(X_test)
        model = Sequential([Dense(8, activation="relu"), Dense(1, activation="sigmoid")])
        model.compile(loss="binary_crossentropy", metrics=["accuracy"])
        model.fit(X_train, y_train, epochs=20)
        print(model.predict(X_test)[:5])
        model.save("cured.keras")  # ← reported


Trainer("trial.csv").run()
\`\`\`

In a notebook, with a registry:

\`\`\`python
# %% [1]
import mlflow
import pandas as pd
from sklearn.decomposition import PCA
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split
df = pd.read_csv("spectra.csv")
X_train, X_test, y_train, y_test = train_test_split(df.drop(columns="fat"), df["fat"], random_state=3)
# %% [2]
pca = PCA(n_components=12)
Z_train = pca.fit_transform(X_train)
Z_test = pca.transform(X_test)
# %% [3]
ridge = Ridge().fit(Z_train, y_train)
ridge.score(Z_test, y_test)
# %% [4]
with mlflow.start_run():
    mlflow.sklearn.log_model(ridge, "ridge")  # ← reported
\`\`\`

## What to write instead

One Pipeline, which is kept as a whole:

\`\`\`python
import joblib
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVC

df = pd.read_csv("churn.csv")
X_train, X_test, y_train, y_test = train_test_split(df[["calls", "bill"]], df["left"], random_state=0)
model = make_pipeline(StandardScaler(), SVC()).fit(X_train, y_train)
print(model.score(X_test, y_test))
joblib.dump(model, "model.joblib")
\`\`\`

The transformer in a file of its own:

\`\`\`python
import joblib
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVC

df = pd.read_csv("churn.csv")
X_train, X_test, y_train, y_test = train_test_split(df[["calls", "bill"]], df["left"], random_state=0)
prepared = {"scaler": StandardScaler().fit(X_train)}
model = SVC().fit(prepared["scaler"].transform(X_train), y_train)
print(model.score(prepared["scaler"].transform(X_test), y_test))
joblib.dump(model, "model.joblib")
joblib.dump(prepared, "prepared.joblib")
\`\`\`

Both in one object:

\`\`\`python
import pickle

import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler


class Churn:
    def __init__(self):
        self.scaler = StandardScaler()
        self.model = LogisticRegression()

    def fit(self, X, y):
        self.model.fit(self.scaler.fit_transform(X), y)

    def score(self, X, y):
        return self.model.score(self.scaler.transform(X), y)

    def keep(self, path):
        with open(path, "wb") as file:
            pickle.dump(self, file)


df = pd.read_csv("churn.csv")
X_train, X_test, y_train, y_test = train_test_split(df[["calls", "bill"]], df["left"], random_state=0)
churn = Churn()
churn.fit(X_train, y_train)
print(churn.score(X_test, y_test))
churn.keep("churn.pkl")
\`\`\`

What the scaler learned is written down:

\`\`\`python
import json

import joblib
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

df = pd.read_csv("rents.csv")
X_train, X_test, y_train, y_test = train_test_split(df[["area", "floor"]], df["rent"], random_state=0)
scaler = StandardScaler()
Z_train = scaler.fit_transform(X_train)
ridge = Ridge().fit(Z_train, y_train)
print(ridge.score(scaler.transform(X_test), y_test))
joblib.dump(ridge, "ridge.joblib")
with open("scaling.json", "w") as file:
    json.dump({"mean": list(scaler.mean_), "scale": list(scaler.scale_)}, file)
\`\`\`

A function keeps both, in a way that is not followed:

\`\`\`python
import joblib
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler
from store import Artefact

df = pd.read_csv("rents.csv")
X_train, X_test, y_train, y_test = train_test_split(df[["area", "floor"]], df["rent"], random_state=0)


class Prepared:
    def __init__(self, rows):
        self.scaler = StandardScaler()
        self.scaler.fit(rows)

    def apply(self, rows):
        return self.scaler.transform(rows)


prepared = Prepared(X_train)
ridge = Ridge().fit(prepared.apply(X_train), y_train)
print(ridge.score(prepared.apply(X_test), y_test))
joblib.dump(ridge, "ridge.joblib")
joblib.dump(Artefact.of(prepared), "artefact.joblib")
\`\`\`

Only the answers are coded, and whoever asks knows what the codes mean:

\`\`\`python
import joblib
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import LabelEncoder
from sklearn.tree import DecisionTreeClassifier

df = pd.read_csv("flowers.csv")
coder = LabelEncoder()
df["kind"] = coder.fit_transform(df["kind"])
X_train, X_test, y_train, y_test = train_test_split(df.iloc[:, :-1], df.iloc[:, -1], random_state=0)
tree = DecisionTreeClassifier(random_state=0).fit(X_train, y_train)
print(tree.score(X_test, y_test))
joblib.dump(tree, "tree.joblib")
\`\`\`

A file for the time being, and a session that is kept as it is:

\`\`\`python
import joblib
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import RobustScaler

df = pd.read_csv("rents.csv")
X_train, X_test, y_train, y_test = train_test_split(df[["area", "floor"]], df["rent"], random_state=0)
scaler = RobustScaler()
Z_train = scaler.fit_transform(X_train)
ridge = Ridge().fit(Z_train, y_train)
joblib.dump(ridge, "/tmp/ridge.joblib")
print(ridge.score(scaler.transform(X_test), y_test))
\`\`\`

\`\`\`python
# %% [1]
import dill
import joblib
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import RobustScaler
df = pd.read_csv("rents.csv")
X_train, X_test, y_train, y_test = train_test_split(df[["area", "floor"]], df["rent"], random_state=0)
# %% [2]
scaler = RobustScaler()
Z_train = scaler.fit_transform(X_train)
ridge = Ridge().fit(Z_train, y_train)
ridge.score(scaler.transform(X_test), y_test)
# %% [3]
joblib.dump(ridge, "ridge.joblib")
dill.dump_session("session.pkl")
\`\`\`

Data that come with a library, to show how something is done:

\`\`\`python
import joblib
from sklearn.datasets import load_wine
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVC

X_train, X_test, y_train, y_test = train_test_split(*load_wine(return_X_y=True), random_state=0)
scaler = StandardScaler()
model = SVC().fit(scaler.fit_transform(X_train), y_train)
print(model.score(scaler.transform(X_test), y_test))
joblib.dump(model, "wine.joblib")
\`\`\`

## Fix

Where one transformer prepares all features, the fix keeps a Pipeline of it and the model. Both are fitted already, so that the Pipeline can be used as
it is; whoever loads it must no longer prepare the rows by another way, which is why you see the change first.

\`\`\`python
import joblib
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

df = pd.DataFrame({"area": range(20), "floor": [1, 2] * 10, "rent": range(100, 120)})
X_train, X_test, y_train, y_test = train_test_split(df[["area", "floor"]], df["rent"], random_state=0)
scaler = StandardScaler()
X_train = scaler.fit_transform(X_train)
X_test = scaler.transform(X_test)
ridge = Ridge().fit(X_train, y_train)
print(ridge.score(X_test, y_test))
joblib.dump(ridge, "/dev/null")  # ← reported
\`\`\`

\`\`\`python
from sklearn.pipeline import make_pipeline
import joblib
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

df = pd.DataFrame({"area": range(20), "floor": [1, 2] * 10, "rent": range(100, 120)})
X_train, X_test, y_train, y_test = train_test_split(df[["area", "floor"]], df["rent"], random_state=0)
scaler = StandardScaler()
X_train = scaler.fit_transform(X_train)
X_test = scaler.transform(X_test)
ridge = Ridge().fit(X_train, y_train)
print(ridge.score(X_test, y_test))
joblib.dump(make_pipeline(scaler, ridge), "/dev/null")
\`\`\`

## Known gaps

Networks of PyTorch that are kept by their \`state_dict\` are not followed, nor statistics that were computed by hand. A transformer whose name stands
anywhere else in the program is taken as kept.
`,
  'refit-at-inference': `# \`refit-at-inference\`

Reports a transformer that is fitted on the rows that a loaded model is to predict.

## What it does

It follows rows to the \`predict\` of a model that was loaded (\`joblib.load\`, \`pickle.load\`, \`load_model\`, \`mlflow.pyfunc.load_model\`), also in functions
that only others call, such as the handlers of a service. Where these rows went through something that learned from them and from no others
(\`fit_transform\`, \`get_dummies\`, \`factorize\`, \`qcut\`, \`zscore\`), it reports what learned: an error, or, of codes, which are the same where the values are, a warning.

It leaves alone transformers that were loaded too, those that were fitted on what is called training rows or that other rows are prepared with as well, columns that are brought to those of training, the
part that the same program held out, of which [\`refit-on-test\`](../leakage/refit-on-test.md) tells, and calibration that is done anew on purpose.

## Why it is bad

The model was trained with the means, codes and columns of the training rows. What one request teaches is something else: the mean of a single row is the row,
its only category always has the code 0. The prediction of a row then depends on which rows come with it.

## Examples

\`\`\`python
import joblib
import pandas as pd
from sklearn.preprocessing import StandardScaler

model = joblib.load("model.joblib")
rows = pd.read_csv("today.csv")
scaled = StandardScaler().fit_transform(rows)  # ← reported
print(model.predict(scaled))
\`\`\`

A service: the handler is called by the framework, and codes the one row that it has.

\`\`\`python
import pickle

import pandas as pd
from flask import Flask, jsonify, request

app = Flask(__name__)
with open("model.pkl", "rb") as file:
    model = pickle.load(file)


@app.route("/predict", methods=["POST"])
def predict():
    payload = request.get_json()
    row = pd.get_dummies(pd.DataFrame([payload]))  # ← reported
    return jsonify({"price": float(model.predict(row)[0])})
\`\`\`

A class that loads its model, and learns the texts' vocabulary anew:

\`\`\`python
import joblib
import pandas as pd
from sklearn.feature_extraction.text import TfidfVectorizer


class Classifier:
    def __init__(self, path):
        self.model = joblib.load(path)
        self.vectorizer = TfidfVectorizer(max_features=500)

    def label(self, texts):
        features = self.vectorizer.fit_transform(texts)  # ← reported
        return self.model.predict(features)


if __name__ == "__main__":
    print(Classifier("spam.joblib").label(pd.read_csv("mails.csv")["text"]))
\`\`\`

A loop codes column by column, before a model of Keras predicts:

\`\`\`python
import pandas as pd
from sklearn.preprocessing import LabelEncoder
from tensorflow.keras.models import load_model

network = load_model("churn.keras")
customers = pd.read_csv("customers.csv")
for column in ["plan", "region"]:
    customers[column] = LabelEncoder().fit_transform(customers[column])  # ← reported
print(network.predict(customers[["plan", "region"]]))
\`\`\`

In a notebook, with a model of a registry:

\`\`\`python
# %% [1]
import mlflow
import pandas as pd
from sklearn.impute import SimpleImputer
model = mlflow.pyfunc.load_model("models:/churn/Production")
# %% [2]
batch = pd.read_parquet("batch.parquet")
filled = SimpleImputer(strategy="median").fit_transform(batch)  # ← reported
# %% [3]
model.predict(filled)
\`\`\`

## What to write instead

The Pipeline of training prepares the rows:

\`\`\`python
import joblib
import pandas as pd

pipeline = joblib.load("pipeline.joblib")
rows = pd.read_csv("today.csv")
print(pipeline.predict(rows))
\`\`\`

The transformer of training is loaded too:

\`\`\`python
import pickle

import pandas as pd
from flask import Flask, jsonify, request

app = Flask(__name__)
with open("bundle.pkl", "rb") as file:
    bundle = pickle.load(file)


@app.route("/predict", methods=["POST"])
def predict():
    row = pd.DataFrame([request.get_json()])
    row = bundle["scaler"].transform(row)
    return jsonify({"price": float(bundle["model"].predict(row)[0])})
\`\`\`

The transformer is fitted on the training rows once more:

\`\`\`python
import joblib
import pandas as pd
from sklearn.preprocessing import StandardScaler


def scaled(rows):
    scaler = StandardScaler().fit(pd.read_csv("train.csv"))
    return scaler.transform(rows)


model = joblib.load("model.joblib")
for path in ["monday.csv", "tuesday.csv"]:
    print(model.predict(scaled(pd.read_csv(path))))
\`\`\`

Dummies are brought to the columns of training, whichever way:

\`\`\`python
import joblib
import pandas as pd

model = joblib.load("model.joblib")
rows = pd.get_dummies(pd.read_csv("today.csv"))
for column in joblib.load("columns.joblib"):
    if column not in rows:
        rows[column] = 0
print(model.predict(rows))
\`\`\`

What learns nothing, or gives each row what is its own:

\`\`\`python
import joblib
import numpy as np
import pandas as pd
from sklearn.preprocessing import Normalizer


class Service:
    def __init__(self):
        self.model = joblib.load("model.joblib")

    def predict(self, payload):
        row = np.log1p(pd.DataFrame([payload]))
        return self.model.predict(Normalizer().fit_transform(row))
\`\`\`

The program that trained the model loads it back, and the rows were scaled before:

\`\`\`python
# %% [1]
import joblib
import pandas as pd
from sklearn.cluster import KMeans
from sklearn.preprocessing import StandardScaler
df = pd.read_csv("visits.csv")
scaler = StandardScaler()
scaled = scaler.fit_transform(df)
# %% [2]
means = KMeans(4, random_state=0)
clusters = means.fit_predict(scaled)
from sklearn.ensemble import RandomForestClassifier
forest = RandomForestClassifier(random_state=0).fit(scaled, clusters)
joblib.dump({"forest": forest, "scaler": scaler}, "forest.joblib")
# %% [3]
joblib.load("forest.joblib")["forest"].predict(scaled)
\`\`\`

A notebook that prepares all parts with what the training part taught, as it did before the model was saved:

\`\`\`python
# %% [1]
import joblib
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler
loans = pd.read_csv("loans.csv")
y = loans.pop("default")
X_train, X_test, y_train, y_test = train_test_split(loans, y, random_state=0)
# %% [2]
scaler = StandardScaler().fit(X_train)
train = scaler.transform(X_train)
test = scaler.transform(X_test)
# %% [3]
model = joblib.load("forest.joblib")
print(model.predict(train), model.predict(test))
\`\`\`

Scores of a stored model on all parts, which are scaled by one of them:

\`\`\`python
import joblib
import numpy as np
from sklearn.metrics import accuracy_score
from sklearn.preprocessing import StandardScaler

known, known_labels = np.load("known.npy"), np.load("known_labels.npy")
fresh, fresh_labels = np.load("fresh.npy"), np.load("fresh_labels.npy")
scaler = StandardScaler()
known = scaler.fit_transform(known)
fresh = scaler.transform(fresh)
model = joblib.load("svm.joblib")
print(accuracy_score(known_labels, model.predict(known)), accuracy_score(fresh_labels, model.predict(fresh)))
\`\`\`

The training score of a stored model, in a script of its own:

\`\`\`python
import joblib
import numpy as np
from sklearn.metrics import cohen_kappa_score
from sklearn.preprocessing import StandardScaler

X_train = np.load("X_train.npy")
y_train = np.load("y_train.npy")
X_train = StandardScaler().fit_transform(X_train)
model = joblib.load("boosting.joblib")
print(cohen_kappa_score(y_train, model.predict(X_train)))
\`\`\`

A sensor whose zero drifts, which each batch is corrected for:

\`\`\`python
import joblib
import pandas as pd
from sklearn.preprocessing import StandardScaler


def without_drift(batch):
    """Recalibrates the sensor on each batch: its zero moves from day to day, and the model was trained on scaled batches."""
    return StandardScaler().fit_transform(batch)


model = joblib.load("model.joblib")
print(model.predict(without_drift(pd.read_csv("batch.csv"))))
\`\`\`

A program that learns again from the part that it held out, before it loads what it has just saved:
[\`refit-on-test\`](../leakage/refit-on-test.md) tells of that.

\`\`\`python
import pickle

import pandas as pd
from sklearn.linear_model import LinearRegression
from sklearn.metrics import r2_score
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

economy = pd.read_csv("economy.csv")
X_train, X_test, y_train, y_test = train_test_split(economy.drop(columns="price"), economy["price"], random_state=1)
scaler = StandardScaler()
X_train = scaler.fit_transform(X_train)
X_test = scaler.fit_transform(X_test)  # ← reported
model = LinearRegression()
model.fit(X_train, y_train)
print(r2_score(y_test, model.predict(X_test)))

with open("model.pkl", "wb") as file:
    pickle.dump(model, file)
with open("scaler.pkl", "wb") as file:
    pickle.dump(scaler, file)
with open("model.pkl", "rb") as file:
    loaded = pickle.load(file)
print(loaded.predict(X_test))
\`\`\`

## Fix

None. What was fitted in training lies in a file that only you know, or has to be kept first: see
[\`model-saved-without-preprocessing\`](model-saved-without-preprocessing.md).

## Known gaps

A loaded transformer that is fitted again (\`scaler.fit_transform(rows)\`, where \`scaler\` came out of a file) is not reported, nor are means
that are computed by hand.
`,
  'no-held-out-evaluation': `# \`no-held-out-evaluation\`

Reports models whose every score is on rows that they were fitted on, also where a part was held out and nothing is scored on it, and scores on training rows and others together.

## What it does

It reports the scores of a program in which nothing is held out: no split, no cross-validation, no validation set or out-of-bag score,
and every score is on rows that the model was fitted on. Where a part was held out, it reports scores of the training part if nothing is scored on the other:
its prediction is printed at most, and neither it nor the model nor these rows reach anything that could score them. It also reports a single score on all rows, of which a part trained the
model, unless a score on the other part stands beside it.

Where nothing is held out in all of the program, it is a warning if something rests on these scores: the model is kept, or predicts the rows of another file, or was chosen by
them. Else, and on data sets that come with a library, it is information, as in a lesson on a model or a metric: the score is what it is, that of known rows. So is
that of a model which is kept for another program to test, where the number is logged as that of the training.

It leaves alone notebooks that nobody ran and that ask their reader for code, models that are given no answers, a training score beside a held-out one, models that are cross-validated or searched for, predictions that stand
beside the truth in a table or a plot, short demonstrations, rows that are typed or drawn at random, or that come from nowhere in the program, regressions of
statsmodels, which tell how columns hang together, and programs that hold rows out in a way that is not followed. So is
\`score\` without answers of a class of which nothing is known, as it may give points for each row.

## Why it is bad

A score on rows that the model knows tells what it remembers. A nearest neighbour or a deep tree is perfect there, whatever the data.

## Examples

\`\`\`python
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.tree import DecisionTreeClassifier

df = pd.read_csv("loans.csv")
X, y = df[["income", "debt"]], df["default"]
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)
tree = DecisionTreeClassifier(random_state=0).fit(X_train, y_train)
print("accuracy", tree.score(X, y))  # ← reported
\`\`\`

Nothing is held out at all, and the model is saved:

\`\`\`python
import joblib
import pandas as pd
from sklearn.ensemble import RandomForestRegressor
from sklearn.metrics import r2_score


def load(path):
    table = pd.read_csv(path)
    table = table.dropna(subset=["price"])
    table["area"] = table["area"].fillna(0)
    print(table.shape)
    print(table.head())
    return table


houses = load("houses.csv")
forest = RandomForestRegressor(n_estimators=200, random_state=0)
forest.fit(houses[["area", "rooms"]], houses["price"])
print("R2", r2_score(houses["price"], forest.predict(houses[["area", "rooms"]])))  # ← reported
joblib.dump(forest, "forest.joblib")
\`\`\`

Folds score the model of each round, and the last one is scored on everything:

\`\`\`python
import numpy as np
import pandas as pd
from sklearn.model_selection import KFold
from sklearn.naive_bayes import GaussianNB


def last_model(X, y):
    scores = []
    for train, test in KFold(5).split(X):
        model = GaussianNB().fit(X[train], y[train])
        scores.append(model.score(X[test], y[test]))
    print(np.mean(scores))
    return model


df = pd.read_csv("reviews.csv")
X, y = df[["length", "stars"]].values, df["fresh"].values
model = last_model(X, y)
print(model.score(X, y))  # ← reported
\`\`\`

In a notebook:

\`\`\`python
# %% [1]
import pandas as pd
from sklearn.metrics import confusion_matrix
from sklearn.model_selection import train_test_split
from sklearn.svm import SVC
df = pd.read_csv('cells.csv')
X_train, X_test, y_train, y_test = train_test_split(df[['size', 'shape']], df['kind'], random_state=1)
# %% [2]
svc = SVC().fit(X_train, y_train)
# %% [3]
confusion_matrix(df['kind'], svc.predict(df[['size', 'shape']]))  # ← reported
\`\`\`

The test part is predicted, and the training part is scored:

\`\`\`python
# %% [1]
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsClassifier
from sklearn.tree import DecisionTreeClassifier
wells = pd.read_csv('wells.csv')
wells['depth'] = wells['depth'].fillna(0)
wells.head()
# %% [2]
X = wells.drop(columns='works')
y = wells['works']
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2, random_state=4)
# %% [3]
tree = DecisionTreeClassifier()
tree.fit(X_train, y_train)
y_pred = tree.predict(X_test)
acc_tree = round(tree.score(X_train, y_train) * 100, 2)  # ← reported
acc_tree
# %% [4]
knn = KNeighborsClassifier(n_neighbors=3)
knn.fit(X_train, y_train)
y_pred = knn.predict(X_test)
acc_knn = round(knn.score(X_train, y_train) * 100, 2)
acc_knn
\`\`\`

## What to write instead

\`\`\`python
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.tree import DecisionTreeClassifier

df = pd.read_csv("loans.csv")
X, y = df[["income", "debt"]], df["default"]
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)
tree = DecisionTreeClassifier(random_state=0).fit(X_train, y_train)
print("accuracy", tree.score(X_test, y_test))
\`\`\`

A score on the training rows, and on all of them, beside the held-out one:

\`\`\`python
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split

df = pd.read_csv("rents.csv")
X, y = df[["area", "floor"]], df["rent"]
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)
ridge = Ridge().fit(X_train, y_train)
print("train", ridge.score(X_train, y_train))
print("test", ridge.score(X_test, y_test))
print("all", ridge.score(X, y))
\`\`\`

An exercise whose blanks are not filled in:

\`\`\`python
# %% [ ]
import pandas as pd
from sklearn.linear_model import LinearRegression
from sklearn.model_selection import train_test_split
ads = pd.read_csv("ads.csv")
ads.head()
# %% [ ]
train, test = train_test_split(ads, test_size=0.3, random_state=9)
print(train.shape)
print(test.shape)
# %% [ ]
# write your code in this cell; the first line is given
fit_tv = LinearRegression().fit(train[["tv"]], train["sales"])
# fit_radio = ...
# %% [ ]
# write your code in this cell; the first line is given
score_tv = fit_tv.score(train[["tv"]], train["sales"])
# score_radio = ...
# %% [ ]
print(fit_tv.coef_)
print(fit_tv.intercept_)
print(score_tv)
\`\`\`

Predictions of the held-out part beside the truth, for the reader to compare:

\`\`\`python
import pandas as pd
from sklearn.linear_model import LinearRegression
from sklearn.metrics import r2_score
from sklearn.model_selection import train_test_split

trees = pd.read_csv("trees.csv")
trees = trees.dropna()
print(trees.shape)
X, y = trees[["girth", "height"]], trees["volume"]
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)
line = LinearRegression().fit(X_train, y_train)
print("fit", r2_score(y_train, line.predict(X_train)))
said = line.predict(X_test)
table = pd.DataFrame({"volume": y_test, "said": said})
print(table.head(20))
print(line.coef_)
\`\`\`

A function of another package gets the model and the held-out part:

\`\`\`python
import pandas as pd
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.model_selection import train_test_split

from reports import write_report

calls = pd.read_csv("calls.csv")
calls["length"] = calls["length"].fillna(0)
X, y = calls[["length", "hour"]], calls["answered"]
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)
model = GradientBoostingClassifier(random_state=0)
model.fit(X_train, y_train)
print("train", model.score(X_train, y_train))
print(model.predict(X_test)[:10])
print(model.feature_importances_)
print(calls.shape)
write_report(model, X_test, y_test)
\`\`\`

A model that is cross-validated, beside its score on the training part:

\`\`\`python
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import cross_val_score, train_test_split


def train(path):
    table = pd.read_csv(path).dropna()
    X, y = table[["age", "fare"]], table["survived"]
    X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)
    model = LogisticRegression()
    print(cross_val_score(LogisticRegression(), X_train, y_train, cv=5).mean())
    model.fit(X_train, y_train)
    print("train", model.score(X_train, y_train))
    return model.predict(X_test)


print(train("passengers.csv"))
\`\`\`

Cross-validation, with the model fitted on everything afterwards:

\`\`\`python
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import cross_val_score

df = pd.read_csv("churn.csv")
df = df.dropna(subset=["left"])
df["calls"] = df["calls"].fillna(0)
df["bill"] = df["bill"].fillna(0)
print(df.shape)
print(df.head())
X, y = df[["calls", "bill"]], df["left"]
model = LogisticRegression()
scores = cross_val_score(model, X, y, cv=5)
print(scores.mean())
model.fit(X, y)
print("on known rows", model.score(X, y))
print(model.coef_)
print(model.intercept_)
\`\`\`

A model that is given no answers:

\`\`\`python
import pandas as pd
from sklearn.ensemble import IsolationForest
from sklearn.metrics import recall_score

df = pd.read_csv("machines.csv")
df = df.dropna(subset=["broken"])
df["heat"] = df["heat"].fillna(0)
df["noise"] = df["noise"].fillna(0)
print(df.shape)
print(df.head())
print(df.describe())
print(df["broken"].value_counts())
forest = IsolationForest(random_state=0)
forest.fit(df[["heat", "noise"]])
found = forest.predict(df[["heat", "noise"]])
print(recall_score(df["broken"], found == -1))
print(forest.offset_)
\`\`\`

A short demonstration, in a notebook:

\`\`\`python
# %% [1]
from sklearn.datasets import load_iris
from sklearn.neighbors import KNeighborsClassifier
X, y = load_iris(return_X_y=True)
# %% [2]
knn = KNeighborsClassifier(n_neighbors=1).fit(X, y)
knn.score(X, y)
\`\`\`

Rows that are drawn to try something:

\`\`\`python
import matplotlib.pyplot as plt
import numpy as np
from sklearn.datasets import make_moons
from sklearn.svm import SVC

X, y = make_moons(n_samples=200, noise=0.2, random_state=0)
print(X.shape)
grid = np.linspace(-2, 3, 50)
first, second = np.meshgrid(grid, grid)
for gamma in (0.1, 1, 10):
    model = SVC(gamma=gamma).fit(X, y)
    print(gamma, model.score(X, y))
    kinds = model.predict(np.c_[first.ravel(), second.ravel()])
    plt.contourf(first, second, kinds.reshape(first.shape))
    plt.scatter(X[:, 0], X[:, 1], c=y)
    plt.title(f"gamma {gamma}")
    plt.savefig(f"moons_{gamma}.png")
\`\`\`

Out-of-bag rows are held out by the forest itself:

\`\`\`python
import pandas as pd
from sklearn.ensemble import RandomForestClassifier


class Experiment:
    def __init__(self, path):
        self.table = pd.read_csv(path)
        self.model = RandomForestClassifier(oob_score=True, random_state=0)

    def run(self):
        X, y = self.table[["a", "b"]], self.table["y"]
        self.model.fit(X, y)
        print("known rows", self.model.score(X, y))
        print("out of bag", self.model.oob_score_)


experiment = Experiment("plots.csv")
experiment.run()
print(experiment.table.shape)
print(experiment.table.head())
\`\`\`

## Fix

None. Which rows to hold out, at random, by time or by group, is for you to say.

## Known gaps

A part that was cut out by positions or by a condition, and is not scored, is not reported; nor is one that an object keeps where a function that nobody calls here reads that attribute, as it may score it, nor are networks that learn by loops of their own.
`,
  'no-baseline': `# \`no-baseline\`

Hints at a model of many parts that is scored and kept, where no simple model is scored beside it.

## What it does

It looks at programs that fit, score and keep (\`joblib.dump\`, \`model.save\`, a registry) an ensemble, a boosted model or a network that learned from a file of
a table. Where everything that learns in the file is of that kind, it hints once, at the fit.

It leaves alone files in which a simple model or a baseline is so much as named, learners that it cannot tell apart, projects that declare a \`baseline\`
for a metric, competitions, models that go on from a trained one, networks for images and texts, and data sets of libraries.

## Why it is bad

An accuracy of 0.91 is nothing where the most frequent answer is right in 0.90 of all cases. Whether boosting is worth its keep shows only beside the score of something
simple on the same rows.

## Examples

\`\`\`python
import joblib
import pandas as pd
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.metrics import f1_score
from sklearn.model_selection import train_test_split

df = pd.read_csv("churn.csv")
X_train, X_test, y_train, y_test = train_test_split(df[["calls", "bill"]], df["left"], random_state=0)
model = GradientBoostingClassifier().fit(X_train, y_train)  # ← reported
print("f1", f1_score(y_test, model.predict(X_test)))
joblib.dump(model, "churn.joblib")
\`\`\`

In functions, with XGBoost:

\`\`\`python
import pandas as pd
from sklearn.metrics import mean_absolute_error
from sklearn.model_selection import train_test_split
from xgboost import XGBRegressor


def load(path):
    houses = pd.read_csv(path)
    return train_test_split(houses[["area", "rooms"]], houses["price"], random_state=0)


def train(X, y):
    model = XGBRegressor(n_estimators=800, max_depth=8)
    model.fit(X, y)  # ← reported
    return model


if __name__ == "__main__":
    X_train, X_test, y_train, y_test = load("houses.csv")
    booster = train(X_train, y_train)
    print(mean_absolute_error(y_test, booster.predict(X_test)))
    booster.save_model("houses.json")
\`\`\`

A class that tries several forests in a loop, and keeps the last:

\`\`\`python
import pickle

import pandas as pd
from sklearn.ensemble import ExtraTreesClassifier, RandomForestClassifier
from sklearn.model_selection import train_test_split


class Selection:
    def __init__(self, table):
        X, y = table[["age", "dose"]], table["cured"]
        self.parts = train_test_split(X, y, random_state=0)

    def run(self):
        X_train, X_test, y_train, y_test = self.parts
        for model in [ExtraTreesClassifier(), RandomForestClassifier()]:
            model.fit(X_train, y_train)  # ← reported
            print(model.score(X_test, y_test))
        return model


forest = Selection(pd.read_csv("trial.csv")).run()
with open("forest.pkl", "wb") as file:
    pickle.dump(forest, file)
\`\`\`

In a notebook, with a registry:

\`\`\`python
# %% [1]
import mlflow
import pandas as pd
from lightgbm import LGBMClassifier
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import train_test_split
loans = pd.read_parquet("loans.parquet")
X_train, X_test, y_train, y_test = train_test_split(loans[["income", "debt"]], loans["default"], random_state=0)
# %% [2]
model = LGBMClassifier().fit(X_train, y_train)  # ← reported
roc_auc_score(y_test, model.predict_proba(X_test)[:, 1])
# %% [3]
with mlflow.start_run():
    mlflow.lightgbm.log_model(model, "model")
\`\`\`

## What to write instead

A dummy on the same rows:

\`\`\`python
import joblib
import pandas as pd
from sklearn.dummy import DummyClassifier
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.metrics import f1_score
from sklearn.model_selection import train_test_split

df = pd.read_csv("churn.csv")
X_train, X_test, y_train, y_test = train_test_split(df[["calls", "bill"]], df["left"], random_state=0)
dummy = DummyClassifier(strategy="stratified", random_state=0).fit(X_train, y_train)
model = GradientBoostingClassifier().fit(X_train, y_train)
print("f1", f1_score(y_test, dummy.predict(X_test)), f1_score(y_test, model.predict(X_test)))
joblib.dump(model, "churn.joblib")
\`\`\`

A single tree beside the boosted ones, of which it is hard to say whether it is simple:

\`\`\`python
import joblib
import pandas as pd
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.model_selection import train_test_split
from sklearn.tree import DecisionTreeClassifier

df = pd.read_csv("churn.csv")
X_train, X_test, y_train, y_test = train_test_split(df[["calls", "bill"]], df["left"], random_state=0)
for model in [DecisionTreeClassifier(max_depth=2), GradientBoostingClassifier()]:
    print(model.fit(X_train, y_train).score(X_test, y_test))
joblib.dump(model, "churn.joblib")
\`\`\`

A model that is tried and not kept:

\`\`\`python
import pandas as pd
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.model_selection import train_test_split


def score_of(path):
    df = pd.read_csv(path)
    X_train, X_test, y_train, y_test = train_test_split(df[["calls", "bill"]], df["left"], random_state=0)
    return GradientBoostingClassifier().fit(X_train, y_train).score(X_test, y_test)


print(score_of("churn.csv"))
\`\`\`

A competition holds it against all others:

\`\`\`python
import joblib
import pandas as pd
from sklearn.ensemble import RandomForestRegressor
from sklearn.model_selection import train_test_split

train, test = pd.read_csv("train.csv"), pd.read_csv("test.csv")
X_train, X_val, y_train, y_val = train_test_split(train[["area", "rooms"]], train["price"], random_state=0)
model = RandomForestRegressor().fit(X_train, y_train)
print(model.score(X_val, y_val))
joblib.dump(model, "forest.joblib")
pd.DataFrame({"price": model.predict(test[["area", "rooms"]])}).to_csv("submission.csv")
\`\`\`

A model that others trained goes on learning:

\`\`\`python
import joblib
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.neural_network import MLPClassifier

features = pd.read_parquet("features_of_a_pretrained_model.parquet")
X_train, X_test, y_train, y_test = train_test_split(features.drop(columns="kind"), features["kind"], random_state=0)
head = MLPClassifier().fit(X_train, y_train)
print(head.score(X_test, y_test))
joblib.dump(head, "head.joblib")
\`\`\`

A network for a series, and a forest on a data set of a library:

\`\`\`python
# %% [1]
import numpy as np
import pandas as pd
from sklearn.model_selection import train_test_split
from tensorflow.keras.layers import LSTM, Dense
from tensorflow.keras.models import Sequential
table = pd.read_csv("steps.csv")
X_train, X_test, y_train, y_test = train_test_split(table.drop(columns="kind"), table["kind"], random_state=0)
# %% [2]
network = Sequential([LSTM(16), Dense(1)])
network.compile(loss="mse")
network.fit(X_train, y_train, epochs=5)
network.evaluate(X_test, y_test)
# %% [3]
network.save("steps.keras")
\`\`\`

\`\`\`python
import joblib
from sklearn.datasets import load_wine
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import train_test_split

X_train, X_test, y_train, y_test = train_test_split(*load_wine(return_X_y=True), random_state=0)
forest = RandomForestClassifier(random_state=0).fit(X_train, y_train)
print(forest.score(X_test, y_test))
joblib.dump(forest, "wine.joblib")
\`\`\`

## Fix

Where the score reads the model's prediction, the fix puts a \`DummyClassifier\` or a \`DummyRegressor\` above it and prints the same score of that.

\`\`\`python
import joblib
import pandas as pd
from sklearn.ensemble import RandomForestRegressor
from sklearn.metrics import mean_absolute_error
from sklearn.model_selection import train_test_split

pd.DataFrame({"area": range(20), "rooms": [1, 2] * 10, "rent": range(100, 120)}).to_csv("/tmp/rents.csv")
df = pd.read_csv("/tmp/rents.csv")
X_train, X_test, y_train, y_test = train_test_split(df[["area", "rooms"]], df["rent"], random_state=0)
model = RandomForestRegressor(n_estimators=5, random_state=0)
model.fit(X_train, y_train)  # ← reported
print("error", mean_absolute_error(y_test, model.predict(X_test)))
joblib.dump(model, "/dev/null")
\`\`\`

\`\`\`python
from sklearn.dummy import DummyRegressor
import joblib
import pandas as pd
from sklearn.ensemble import RandomForestRegressor
from sklearn.metrics import mean_absolute_error
from sklearn.model_selection import train_test_split

pd.DataFrame({"area": range(20), "rooms": [1, 2] * 10, "rent": range(100, 120)}).to_csv("/tmp/rents.csv")
df = pd.read_csv("/tmp/rents.csv")
X_train, X_test, y_train, y_test = train_test_split(df[["area", "rooms"]], df["rent"], random_state=0)
model = RandomForestRegressor(n_estimators=5, random_state=0)
model.fit(X_train, y_train)
dummy = DummyRegressor().fit(X_train, y_train)
print("DummyRegressor", mean_absolute_error(y_test, dummy.predict(X_test)))
print("error", mean_absolute_error(y_test, model.predict(X_test)))
joblib.dump(model, "/dev/null")
\`\`\`

## Known gaps

A simple model that is scored in another file is not seen in the editor; a criterion that asks for this rule looks at all files. A model that is not kept is not reported.
`,
  'experiment-not-tracked': `# \`experiment-not-tracked\`

Hints at a loop over settings in a script, where the scores are shown and nothing keeps them.

## What it does

It looks for loops in scripts that fit a model with one setting after the other and score each, on rows that come from a file of a table. Where nothing in the file
writes a result anywhere, it hints once, at the first such score.

It leaves alone scripts that name a tracker, a log, a data base, a file that is written or any function that could keep a result; notebooks, which keep what they
show; loops over one or two settings; repetitions with other seeds; and short demonstrations.

## Why it is bad

When the window is closed, nobody knows any more what was tried, on which version of the data, and how well each setting did. The next person tries the same again, and
how many settings the best one was chosen from cannot be told.

## Examples

\`\`\`python
import pandas as pd
from sklearn.metrics import f1_score
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsClassifier

table = pd.read_csv("churn.csv")
table = table.dropna(subset=["left"])
X = table[["calls", "bill"]].fillna(0)
y = table["left"]
X_train, X_rest, y_train, y_rest = train_test_split(X, y, random_state=0)
X_val, X_test, y_val, y_test = train_test_split(X_rest, y_rest, random_state=0)
for k in range(1, 30):
    model = KNeighborsClassifier(n_neighbors=k)
    model.fit(X_train, y_train)
    predicted = model.predict(X_val)
    print(k, f1_score(y_val, predicted))  # ← reported
print(X_test.shape)
\`\`\`

Two loops, one within the other, in a function:

\`\`\`python
import pandas as pd
from sklearn.ensemble import GradientBoostingRegressor
from sklearn.metrics import mean_absolute_error
from sklearn.model_selection import train_test_split


def sweep(train, validation, features):
    for depth in [2, 3, 5, 8]:
        for rate in [0.3, 0.1, 0.03]:
            model = GradientBoostingRegressor(max_depth=depth, learning_rate=rate)
            model.fit(train[features], train["price"])
            error = mean_absolute_error(validation["price"], model.predict(validation[features]))  # ← reported
            print(f"depth {depth}, rate {rate}: {error:.3f}")


if __name__ == "__main__":
    houses = pd.read_csv("houses.csv")
    houses = houses.dropna()
    train, validation = train_test_split(houses, random_state=0)
    sweep(train, validation, ["area", "rooms"])
\`\`\`

A class, whose list of results ends with the run:

\`\`\`python
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split


class Sweep:
    def __init__(self, path):
        table = pd.read_csv(path)
        X, y = table[["area", "floor"]], table["rent"]
        self.parts = train_test_split(X, y, random_state=0)
        self.found = []

    def run(self, strengths):
        X_train, X_val, y_train, y_val = self.parts
        for strength in strengths:
            model = Ridge(alpha=strength).fit(X_train, y_train)
            self.found.append((strength, model.score(X_val, y_val)))  # ← reported

    def show(self):
        for strength, found in self.found:
            print(strength, found)


sweep = Sweep("rents.csv")
sweep.run([0.01, 0.1, 1, 10])
sweep.show()
\`\`\`

Settings that stand in a list of dictionaries:

\`\`\`python
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import train_test_split

SETTINGS = [
    {"max_depth": 4, "n_estimators": 100},
    {"max_depth": 8, "n_estimators": 100},
    {"max_depth": 8, "n_estimators": 400},
]
table = pd.read_csv("loans.csv")
X, y = table[["income", "debt"]], table["default"]
X_train, X_val, y_train, y_val = train_test_split(X, y, random_state=0)
for settings in SETTINGS:
    model = RandomForestClassifier(**settings)
    model.fit(X_train, y_train)
    chance = model.predict_proba(X_val)[:, 1]
    print(settings, roc_auc_score(y_val, chance))  # ← reported
\`\`\`

## What to write instead

Each setting is a run of MLflow:

\`\`\`python
import mlflow
import pandas as pd
from sklearn.metrics import f1_score
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsClassifier

table = pd.read_csv("churn.csv")
table = table.dropna(subset=["left"])
X = table[["calls", "bill"]].fillna(0)
y = table["left"]
X_train, X_val, y_train, y_val = train_test_split(X, y, random_state=0)
for k in range(1, 30):
    with mlflow.start_run():
        model = KNeighborsClassifier(n_neighbors=k).fit(X_train, y_train)
        mlflow.log_param("k", k)
        mlflow.log_metric("f1", f1_score(y_val, model.predict(X_val)))
\`\`\`

A table of results is written:

\`\`\`python
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split


class Sweep:
    def __init__(self, path):
        table = pd.read_csv(path)
        X, y = table[["area", "floor"]], table["rent"]
        self.parts = train_test_split(X, y, random_state=0)
        self.found = []

    def run(self, strengths):
        X_train, X_val, y_train, y_val = self.parts
        for strength in strengths:
            model = Ridge(alpha=strength).fit(X_train, y_train)
            self.found.append((strength, model.score(X_val, y_val)))
        pd.DataFrame(self.found, columns=["alpha", "r2"]).to_csv("sweep.csv")


Sweep("rents.csv").run([0.01, 0.1, 1, 10])
\`\`\`

Two settings are a comparison, no experiment:

\`\`\`python
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.metrics import mean_absolute_error
from sklearn.model_selection import train_test_split


def prepared(path):
    table = pd.read_csv(path).dropna()
    return train_test_split(table[["area", "floor"]], table["rent"], random_state=0)


X_train, X_val, y_train, y_val = prepared("rents.csv")
for strength in (0.1, 10):
    model = Ridge(alpha=strength)
    model.fit(X_train, y_train)
    print(strength, mean_absolute_error(y_val, model.predict(X_val)))
\`\`\`

The same setting with other seeds:

\`\`\`python
import pandas as pd
from sklearn.metrics import accuracy_score
from sklearn.model_selection import train_test_split
from sklearn.tree import DecisionTreeClassifier

table = pd.read_csv("loans.csv")
table = table.dropna()
X, y = table[["income", "debt"]], table["default"]
X_train, X_val, y_train, y_val = train_test_split(X, y, random_state=0)
for seed in range(20):
    model = DecisionTreeClassifier(max_depth=4, random_state=seed)
    model.fit(X_train, y_train)
    predicted = model.predict(X_val)
    print(seed, accuracy_score(y_val, predicted))
\`\`\`

A notebook keeps what it shows:

\`\`\`python
# %% [1]
import pandas as pd
from sklearn.metrics import f1_score
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsClassifier
table = pd.read_csv("churn.csv")
table = table.dropna(subset=["left"])
X = table[["calls", "bill"]].fillna(0)
y = table["left"]
# %% [2]
X_train, X_val, y_train, y_val = train_test_split(X, y, random_state=0)
print(X_train.shape, X_val.shape)
print(X_train.describe())
print(y_train.value_counts())
# %% [3]
for k in range(1, 30):
    model = KNeighborsClassifier(n_neighbors=k)
    model.fit(X_train, y_train)
    print(k, f1_score(y_val, model.predict(X_val)))
\`\`\`

A short demonstration:

\`\`\`python
from sklearn.datasets import load_iris
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsClassifier

X_train, X_val, y_train, y_val = train_test_split(*load_iris(return_X_y=True), random_state=0)
for k in range(1, 10):
    print(k, KNeighborsClassifier(n_neighbors=k).fit(X_train, y_train).score(X_val, y_val))
\`\`\`

## Fix

None. Which tracker to use, or which file, is for you and your team to say.

## Known gaps

Searches of libraries (\`GridSearchCV\`) hold what they tried while the program runs, and are not reported. Anything whose name sounds like keeping a result
(\`save_results\`, \`report\`) is taken as doing so.
`,
  'deep-model-on-small-table': `# \`deep-model-on-small-table\`

Hints at a neural network that learns from a table of fewer than 10,000 rows, where no other kind of model is tried.

## What it does

It looks for networks (\`MLPClassifier\`, \`Sequential\`, TabNet, networks of PyTorch) that are fitted on a table whose number of rows is known: a table that comes with
scikit-learn, or one whose \`df.shape\` a cell of the notebook shows. Where no boosted, linear or other model is named in the file, it hints once, at the fit.

It leaves alone tables whose size is not known, images, texts and series, and files that compare with another kind of model.

## Why it is bad

On tables of this size boosted trees are as good as networks or better on most data sets, need no scaling and little tuning, and tell which columns they use. A linear model may be all
that the rows can support.

## Examples

\`\`\`python
from sklearn.datasets import load_breast_cancer
from sklearn.model_selection import train_test_split
from sklearn.neural_network import MLPClassifier

X, y = load_breast_cancer(return_X_y=True)
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)
model = MLPClassifier(hidden_layer_sizes=(100, 100)).fit(X_train, y_train)  # ← reported
print(model.score(X_test, y_test))
\`\`\`

A network of Keras, in functions:

\`\`\`python
from sklearn.datasets import load_diabetes
from sklearn.model_selection import train_test_split
from tensorflow.keras.layers import Dense, Dropout
from tensorflow.keras.models import Sequential


def network(width):
    model = Sequential([Dense(width, activation="relu"), Dropout(0.2), Dense(width, activation="relu"), Dense(1)])
    model.compile(loss="mse", optimizer="adam")
    return model


def main():
    data = load_diabetes()
    X_train, X_test, y_train, y_test = train_test_split(data.data, data.target, random_state=0)
    model = network(64)
    model.fit(X_train, y_train, epochs=200, verbose=0)  # ← reported
    print(model.evaluate(X_test, y_test))


main()
\`\`\`

In a Pipeline, in a class:

\`\`\`python
from sklearn.datasets import load_wine
from sklearn.metrics import f1_score
from sklearn.model_selection import train_test_split
from sklearn.neural_network import MLPClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler


class Wines:
    def __init__(self):
        X, y = load_wine(return_X_y=True)
        self.parts = train_test_split(X, y, random_state=0)

    def run(self):
        X_train, X_test, y_train, y_test = self.parts
        model = make_pipeline(StandardScaler(), MLPClassifier(max_iter=2000))
        model.fit(X_train, y_train)  # ← reported
        return f1_score(y_test, model.predict(X_test), average="macro")


print(Wines().run())
\`\`\`

A loop over widths, in a notebook:

\`\`\`python
# %% [1]
from sklearn.datasets import load_breast_cancer
from sklearn.model_selection import train_test_split
from sklearn.neural_network import MLPClassifier
data = load_breast_cancer()
X_train, X_val, y_train, y_val = train_test_split(data.data, data.target, random_state=0)
# %% [2]
for width in (16, 64, 256):
    model = MLPClassifier(hidden_layer_sizes=(width, width))
    model.fit(X_train, y_train)  # ← reported
    print(width, model.score(X_val, y_val))
\`\`\`

## What to write instead

\`\`\`python
from sklearn.datasets import load_breast_cancer
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.neural_network import MLPClassifier

X, y = load_breast_cancer(return_X_y=True)
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)
for model in [LogisticRegression(max_iter=5000), HistGradientBoostingClassifier(), MLPClassifier()]:
    print(type(model).__name__, model.fit(X_train, y_train).score(X_test, y_test))
\`\`\`

How large the table is is not known:

\`\`\`python
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.neural_network import MLPClassifier

df = pd.read_csv("loans.csv")
X_train, X_test, y_train, y_test = train_test_split(df[["income", "debt"]], df["default"], random_state=0)
model = MLPClassifier(hidden_layer_sizes=(100, 100)).fit(X_train, y_train)
print(model.score(X_test, y_test))
\`\`\`

Images are no table:

\`\`\`python
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split
from sklearn.neural_network import MLPClassifier

X, y = load_digits(return_X_y=True)
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)
model = MLPClassifier().fit(X_train, y_train)
print(model.score(X_test, y_test))
\`\`\`

More rows than that come together, of which one table is large:

\`\`\`python
import numpy as np
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.neural_network import MLPRegressor


class Prices:
    def __init__(self, paths):
        self.table = pd.concat([pd.read_parquet(path) for path in paths])

    def run(self):
        X, y = self.table[["area", "rooms"]], np.log(self.table["price"])
        X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)
        print(MLPRegressor().fit(X_train, y_train).score(X_test, y_test))


Prices(["north.parquet", "south.parquet"]).run()
\`\`\`

A series, which is cut into stretches:

\`\`\`python
from sklearn.datasets import load_diabetes
from sklearn.model_selection import train_test_split
from tensorflow.keras.layers import LSTM, Dense
from tensorflow.keras.models import Sequential

X, y = load_diabetes(return_X_y=True)
X_train, X_test, y_train, y_test = train_test_split(X.reshape(-1, 5, 2), y, random_state=0)
model = Sequential([LSTM(8), Dense(4), Dense(1)])
model.compile(loss="mse")
model.fit(X_train, y_train, epochs=5)
print(model.evaluate(X_test, y_test))
\`\`\`

One layer is a linear model by another name:

\`\`\`python
from sklearn.datasets import load_breast_cancer
from sklearn.model_selection import train_test_split
from tensorflow.keras.layers import Dense
from tensorflow.keras.models import Sequential

X_train, X_test, y_train, y_test = train_test_split(*load_breast_cancer(return_X_y=True), random_state=0)
model = Sequential([Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy")
model.fit(X_train, y_train, epochs=50)
print(model.evaluate(X_test, y_test))
\`\`\`

A network that learns no answers, in a notebook:

\`\`\`python
# %% [1]
from sklearn.datasets import load_wine
from sklearn.neural_network import BernoulliRBM
data = load_wine()
# %% [2]
def codes(rows):
    return BernoulliRBM(n_components=4).fit_transform(rows)
codes(data.data)
\`\`\`

## Fix

None. Another model means another program: features need no scaling, and other settings are to be chosen.

## Known gaps

The number of rows in a file is not read; it is known only from the data sets of scikit-learn and from what a notebook shows.
`,
};

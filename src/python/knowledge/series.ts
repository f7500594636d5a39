import type { LibraryTable } from './entry';

/** Libraries of time series: they forecast from where the rows end that they learned from. */

const FORECASTER = { kind: 'model', task: 'regression', forecasts: true } as const;

const PROPHET: LibraryTable = [{ entry: FORECASTER, names: 'Prophet' }];

export const SERIES: Readonly<Record<string, LibraryTable>> = {
  prophet: PROPHET,
  fbprophet: PROPHET,
  neuralprophet: [{ entry: FORECASTER, names: 'NeuralProphet' }],
  pmdarima: [
    { entry: { kind: 'split', assigns: 'in-order' }, names: 'train_test_split' },
    { entry: { kind: 'model', task: 'regression', given: 'series', fits: 'when-made' }, names: 'auto_arima' },
    { entry: FORECASTER, names: 'ARIMA AutoARIMA' },
  ],
  sktime: [
    { entry: { kind: 'split', assigns: 'in-order' }, names: 'temporal_train_test_split' },
    {
      entry: FORECASTER,
      names: `ThetaForecaster NaiveForecaster ExponentialSmoothing AutoETS AutoARIMA ARIMA PolynomialTrendForecaster
        TrendForecaster BATS TBATS UnobservedComponents StatsForecastAutoARIMA VAR Croston STLForecaster`,
    },
    {
      entry: { kind: 'metric', prevalence: false },
      names: `mean_absolute_percentage_error mean_absolute_error mean_squared_error mean_absolute_scaled_error
        median_absolute_error mean_squared_percentage_error`,
    },
    {
      entry: { kind: 'load', form: 'table' },
      names: 'load_airline load_longley load_lynx load_shampoo_sales',
    },
  ],
  darts: [
    {
      entry: { kind: 'same-rows' },
      names: 'TimeSeries.from_dataframe TimeSeries.from_series TimeSeries.from_values',
    },
    { entry: { kind: 'load', form: 'table' }, names: 'TimeSeries.from_csv' },
    { entry: { kind: 'transformer', learns: 'location' }, names: 'Scaler' },
    {
      entry: FORECASTER,
      names: `ARIMA AutoARIMA ExponentialSmoothing Theta FourTheta FFT NaiveDrift NaiveSeasonal NaiveMean Prophet VARIMA BATS TBATS
        KalmanForecaster RNNModel BlockRNNModel NBEATSModel NHiTSModel TCNModel TransformerModel TFTModel DLinearModel
        NLinearModel TiDEModel LinearRegressionModel RandomForest LightGBMModel XGBModel CatBoostModel RegressionModel`,
    },
    {
      entry: { kind: 'metric', prevalence: false },
      names: 'mape smape mae mse rmse rmsle mase marre ope r2_score coefficient_of_variation',
    },
  ],
};

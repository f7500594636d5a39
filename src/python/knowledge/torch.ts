import type { LibraryTable } from './entry';

export const TORCH: LibraryTable = [
  {
    entry: { kind: 'network' },
    names: `Module Sequential Linear LazyLinear Bilinear LSTM GRU RNN Transformer TransformerEncoder hub.load`,
  },
  {
    entry: { kind: 'loss' },
    names: `CrossEntropyLoss NLLLoss MSELoss L1Loss SmoothL1Loss HuberLoss BCELoss BCEWithLogitsLoss KLDivLoss PoissonNLLLoss
      GaussianNLLLoss CTCLoss MarginRankingLoss HingeEmbeddingLoss MultiLabelMarginLoss MultiLabelSoftMarginLoss
      CosineEmbeddingLoss MultiMarginLoss TripletMarginLoss SoftMarginLoss`,
  },
  {
    entry: { kind: 'loss-value' },
    names: `functional.cross_entropy functional.nll_loss functional.mse_loss functional.l1_loss functional.smooth_l1_loss
      functional.huber_loss functional.binary_cross_entropy functional.binary_cross_entropy_with_logits functional.kl_div
      functional.poisson_nll_loss functional.gaussian_nll_loss functional.ctc_loss functional.triplet_margin_loss
      functional.soft_margin_loss functional.hinge_embedding_loss`,
  },
  {
    entry: { kind: 'optimizer' },
    names: `Adam AdamW SGD RMSprop Adagrad Adadelta Adamax NAdam RAdam LBFGS Rprop ASGD SparseAdam`,
  },
  { entry: { kind: 'plateau' }, names: 'ReduceLROnPlateau' },
  { entry: { kind: 'batches', of: 'first' }, names: 'DataLoader' },
  { entry: { kind: 'batches', of: 'all' }, names: 'TensorDataset' },
  { entry: { kind: 'batches', of: 'chosen' }, names: 'Subset' },
  { entry: { kind: 'batches', of: 'joined' }, names: 'ConcatDataset ChainDataset' },
  { entry: { kind: 'dataset' }, names: 'data.Dataset data.IterableDataset' },
  { entry: { kind: 'random-split' }, names: 'random_split' },
  {
    entry: { kind: 'same-as-given' },
    names: `SubsetRandomSampler DataParallel DistributedDataParallel compile jit.script jit.trace swa_utils.AveragedModel`,
  },
  {
    entry: { kind: 'same-rows' },
    names: `tensor as_tensor from_numpy Tensor FloatTensor LongTensor DoubleTensor IntTensor ByteTensor BoolTensor HalfTensor
      Variable asarray stack`,
  },
  {
    entry: { kind: 'row-wise' },
    names: `sigmoid softmax log_softmax relu exp log log10 log1p sqrt round abs floor ceil trunc sign pow squeeze unsqueeze
      flatten clamp clip tanh isnan nan_to_num matmul mm bmm mul add sub div true_divide reshape transpose permute t logit
      functional.normalize functional.one_hot functional.sigmoid functional.tanh functional.pad`,
  },
  {
    entry: { kind: 'aggregate' },
    names: 'mean nanmean std var sum nansum median quantile norm std_mean amax amin',
  },
  { entry: { kind: 'extreme' }, names: 'max min topk sort' },
  { entry: { kind: 'compare' }, names: 'eq' },
  { entry: { kind: 'best' }, names: 'argmax argmin argsort' },
  { entry: { kind: 'stack', axis: 'argument' }, names: 'cat concat concatenate' },
  { entry: { kind: 'stack', axis: 'rows' }, names: 'vstack' },
  { entry: { kind: 'stack', axis: 'columns' }, names: 'hstack' },
  { entry: { kind: 'positions' }, names: 'randperm arange' },
  { entry: { kind: 'draw' }, names: 'rand randn rand_like randn_like normal randint' },
  { entry: { kind: 'filled' }, names: 'zeros ones full zeros_like ones_like full_like' },
  { entry: { kind: 'where' }, names: 'where' },
  { entry: { kind: 'seed' }, names: 'manual_seed cuda.manual_seed cuda.manual_seed_all' },
  { entry: { kind: 'number' }, names: 'numel is_tensor device' },
  { entry: { kind: 'sink' }, names: 'save set_printoptions' },
  {
    entry: { kind: 'decorator' },
    names: 'no_grad inference_mode enable_grad set_grad_enabled autocast amp.autocast',
  },
];

/** Data sets that come in two parts, training and test. */
const IN_PARTS = `MNIST FashionMNIST KMNIST EMNIST QMNIST CIFAR10 CIFAR100 SVHN STL10 USPS Flowers102 Food101 GTSRB
  OxfordIIITPet StanfordCars Country211 DTD FGVCAircraft PCAM RenderedSST2 SUN397 CelebA ImageNet Caltech101`;

export const TORCHVISION: LibraryTable = [
  { entry: { kind: 'given-parts' }, names: IN_PARTS },
  { entry: { kind: 'files' }, names: 'ImageFolder DatasetFolder' },
  {
    entry: { kind: 'carries' },
    names: 'transforms.Compose Compose transforms.Normalize v2.Normalize Normalize',
  },
  {
    entry: { kind: 'network' },
    names: `resnet18 resnet34 resnet50 resnet101 resnet152 resnext50_32x4d resnext101_32x8d wide_resnet50_2 wide_resnet101_2
      vgg11 vgg13 vgg16 vgg19 vgg11_bn vgg13_bn vgg16_bn vgg19_bn alexnet squeezenet1_0 squeezenet1_1 densenet121 densenet161
      densenet169 densenet201 inception_v3 googlenet mobilenet_v2 mobilenet_v3_small mobilenet_v3_large shufflenet_v2_x1_0
      mnasnet1_0 efficientnet_b0 efficientnet_b1 efficientnet_b2 efficientnet_b3 efficientnet_b4 efficientnet_v2_s
      regnet_y_400mf convnext_tiny convnext_small convnext_base vit_b_16 vit_b_32 vit_l_16 swin_t swin_s get_model`,
  },
];

export const TIMM: LibraryTable = [{ entry: { kind: 'network' }, names: 'create_model' }];

export const TORCHMETRICS: LibraryTable = [
  {
    entry: { kind: 'meter' },
    names: `Accuracy BinaryAccuracy MulticlassAccuracy MultilabelAccuracy Precision Recall F1Score MulticlassF1Score BinaryF1Score
      AUROC BinaryAUROC MulticlassAUROC MeanSquaredError MeanAbsoluteError R2Score AveragePrecision ConfusionMatrix
      MetricCollection JaccardIndex Dice MeanMetric`,
  },
];

export const TQDM: LibraryTable = [
  { entry: { kind: 'same-as-given' }, names: 'tqdm tqdm_notebook' },
  { entry: { kind: 'range' }, names: 'trange tnrange' },
];

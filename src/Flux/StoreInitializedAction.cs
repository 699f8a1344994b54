namespace HeiChartViewer.Flux;

/// <summary>The first action of every store.</summary>
public sealed record StoreInitializedAction;

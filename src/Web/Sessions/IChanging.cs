namespace HeiChartViewer.Web.Sessions;

/// <summary>What may change before the clock alone would change it.</summary>
internal interface IChanging
{
    /// <summary>It may have.</summary>
    event Action? Changed;
}

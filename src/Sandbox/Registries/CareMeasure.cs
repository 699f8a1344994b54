namespace HeiChartViewer.Sandbox.Registries;

/// <summary>Something that good care does, and how a chart is looked at for it.</summary>
/// <param name="Slug">Its short name, part of the name it is known by everywhere.</param>
/// <param name="Name">Its name in words.</param>
/// <param name="Unit">The unit of its value, where it is about one.</param>
/// <param name="Of">How a patient stands to it.</param>
internal sealed record CareMeasure(
    string Slug,
    string Name,
    string? Unit,
    Func<CareView, CareStanding> Of
);

namespace HeiChartViewer.Web.Chart.Finding;

/// <summary>What was found in a section, by this viewer, the tenant's search, or both.</summary>
/// <param name="Section">What this viewer found.</param>
/// <param name="Hits">Every record found, once: those both found first, and those their source withdrew last.</param>
public sealed record FoundSection(SectionFinding Section, IReadOnlyList<Hit> Hits)
{
    /// <summary>How many records of the patient were found: what its source withdrew is none.</summary>
    public int Found => Hits.Count(hit => !hit.IsWithdrawn);

    /// <summary>Merges what both found.</summary>
    public static IReadOnlyList<FoundSection> Merge(
        IReadOnlyList<SectionFinding> sections,
        TenantFinding? tenant
    ) => [.. sections.Select(section => Merge(section, Of(section, tenant)))];

    private static Dictionary<string, Hit> Of(SectionFinding section, TenantFinding? tenant) =>
        tenant is TenantFinding.Found found
            ? found
                .Hits.Where(hit => hit.Section.Noun == section.Noun)
                .ToDictionary(hit => hit.Hit.RecordId, hit => hit.Hit)
            : [];

    private static FoundSection Merge(SectionFinding section, Dictionary<string, Hit> theirs)
    {
        var ours = section.Hits.Select(hit =>
            theirs.Remove(hit.RecordId, out var same)
                ? hit with
                {
                    By = FoundBy.Viewer | FoundBy.Tenant,
                    Excerpts = [.. same.Excerpts, .. hit.Excerpts],
                }
                : hit
        );
        return new FoundSection(
            section,
            [
                // In full before what is left of theirs is read.
                .. ours.ToList()
                    .Concat(theirs.Values)
                    .OrderBy(hit => hit.IsWithdrawn)
                    .ThenByDescending(hit => hit.By),
            ]
        );
    }
}

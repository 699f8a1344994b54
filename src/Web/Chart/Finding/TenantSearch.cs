using System.Text.Json;
using HealtheIntent.Client;
using HeiChartViewer.Web.Sessions;
using HeiChartViewer.Web.Tenants;

namespace HeiChartViewer.Web.Chart.Finding;

/// <summary>
/// Asks the tenant's chart search, and lets nothing of its answer through that is not about a record of the open
/// chart: which patient a hit is about is told by the record it leads to (design rule 1).
/// </summary>
public sealed class TenantSearch(TenantClients clients, IEnumerable<ISectionIndex> sections)
{
    /// <summary>As the console names the grant.</summary>
    public const string Api = "chart-search";

    /// <summary>How many hits are asked for; more words narrow the search.</summary>
    public const int Most = 50;

    private const int MostExcerpts = 3;

    /// <summary>Searches the session's patient, and nobody else.</summary>
    /// <returns>What was found, and the number to quote about it.</returns>
    /// <exception cref="HealtheIntentException">The search could not be had.</exception>
    public async Task<(TenantFinding.Found Found, string? CorrelationId)> FindAsync(
        ChartSession session,
        string words,
        CancellationToken cancellation
    )
    {
        var request = new ChartSearchRequest(words) { Page = new() { Limit = Most } };
        await foreach (
            var page in clients
                .Of(session)
                .ChartSearch.SearchAsync(
                    session.PopulationId,
                    session.PatientId,
                    request,
                    cancellation
                )
        )
            return (Read(session, page), page.CorrelationId);
        return (new TenantFinding.Found([], [], 0, 0, false), null);
    }

    private TenantFinding.Found Read(ChartSession session, Page<ChartSearchHit> page)
    {
        var hits = new List<TenantHit>();
        var unreceived = new List<UnreceivedHit>();
        var withheld = 0;
        foreach (var hit in page.Items)
        {
            var holders = Holders(hit).ToList();
            var place = holders
                .Select(section =>
                    (Section: section, Hit: section.Locate(RecordId(hit), hit.SourceIdentifier))
                )
                .FirstOrDefault(one => one.Hit is not null);
            if (IsForeign(session, hit, place.Hit))
                withheld++;
            else if (place.Hit is { } found)
                Add(hits, new(place.Section, found), Excerpts(hit));
            else if (holders.All(section => section.IsComplete))
                // All there is of this patient has been received, and this is none of it.
                withheld++;
            else
                unreceived.Add(Unreceived(hit, holders));
        }
        return new(hits, unreceived, withheld, page.TotalResults, page.HasMore);
    }

    /// <summary>The sections in which the record may be; of a kind this viewer does not know, all of them.</summary>
    private IEnumerable<ISectionIndex> Holders(ChartSearchHit hit) =>
        ViewOf(hit) is { } view ? sections.Where(section => section.View == view) : sections;

    private static ChartView? ViewOf(ChartSearchHit hit) =>
        hit.Document is not null || Is(hit, "DOCUMENT") ? ChartView.Documents
        : Is(hit, "MEASUREMENT") ? ChartView.Results
        : null;

    private static bool Is(ChartSearchHit hit, string type) =>
        type.Equals(hit.Type, StringComparison.OrdinalIgnoreCase);

    private static string RecordId(ChartSearchHit hit) => hit.Document?.Id ?? hit.Id;

    /// <summary>Whether a hit names another patient, or another source than the record it leads to.</summary>
    private static bool IsForeign(ChartSession session, ChartSearchHit hit, Hit? place) =>
        (PatientOf(hit) is { } named && named != session.PatientId)
        || (
            place?.Source is { } ours
            && hit.SourceIdentifier is { } theirs
            && !ours.IsSameAs(theirs)
        );

    /// <summary>No hit is known to name its patient; should one do so, it is believed.</summary>
    private static string? PatientOf(ChartSearchHit hit) =>
        hit.Additional.TryGetValue("patientId", out var id) ? Text(id)
        : !hit.Additional.TryGetValue("patient", out var patient) ? null
        : patient.ValueKind is JsonValueKind.Object && patient.TryGetProperty("id", out id)
            ? Text(id)
        : Text(patient);

    private static string? Text(JsonElement element) =>
        element.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined
            ? null
            : element.ToString();

    /// <summary>A text may be found in several places; the record is one.</summary>
    private static void Add(
        List<TenantHit> hits,
        TenantHit found,
        IEnumerable<IReadOnlyList<ExcerptPart>> excerpts
    )
    {
        var at = hits.FindIndex(one =>
            one.Section == found.Section && one.Hit.RecordId == found.Hit.RecordId
        );
        var known = at < 0 ? [] : hits[at].Hit.Excerpts;
        var hit = found with
        {
            Hit = found.Hit with
            {
                By = FoundBy.Tenant,
                Excerpts = [.. known.Concat(excerpts).Take(MostExcerpts)],
            },
        };
        if (at < 0)
            hits.Add(hit);
        else
            hits[at] = hit;
    }

    private UnreceivedHit Unreceived(ChartSearchHit hit, List<ISectionIndex> holders) =>
        new(
            hit.Title ?? Say("Not named by the tenant's search"),
            hit.Date,
            hit.SourceIdentifier,
            holders.Select(section => section.View).Distinct().ToList() is [var only] ? only : null,
            hit.Encounter is { Id: var visit }
            && sections.Any(section =>
                section.View == ChartView.Encounters && section.Locate(visit, null) is not null
            )
                ? visit
                : null,
            [.. Excerpts(hit).Take(MostExcerpts)]
        );

    /// <summary>The tenant's own mark-up is read as data: what it marks, and all else, is text.</summary>
    private static IEnumerable<IReadOnlyList<ExcerptPart>> Excerpts(ChartSearchHit hit) =>
        hit
            .Snippets.Select(snippet =>
                (IReadOnlyList<ExcerptPart>)
                    [
                        .. Section(hit),
                        .. snippet.Parts.Select(part => new ExcerptPart(part.Text, part.IsFound)),
                    ]
            )
            .Where(parts => parts.Count > 0);

    private static IEnumerable<ExcerptPart> Section(ChartSearchHit hit) =>
        string.IsNullOrWhiteSpace(hit.Section)
            ? []
            : [new ExcerptPart($"{Words(hit.Section)}: ", false)];

    private static string Words(string code) =>
        code.Contains('_', StringComparison.Ordinal) || code.All(char.IsAsciiLetterUpper)
            ? char.ToUpperInvariant(code[0]) + code[1..].Replace('_', ' ').ToLowerInvariant()
            : code;
}

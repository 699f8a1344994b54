using HealtheIntent.Client;

namespace HeiChartViewer.Web.Chart.Records;

/// <summary>Reads a record's status. HealtheIntent publishes no vocabulary (contract 6.1), so words are compared, and unknown ones shown as they came.</summary>
public static class Statuses
{
    private static readonly HashSet<string> EnteredInError = new(StringComparer.OrdinalIgnoreCase)
    {
        "entered-in-error",
        "entered in error",
        "entered_in_error",
        "enteredinerror",
        "in error",
        "inerror",
    };

    private static readonly HashSet<string> Past = new(StringComparer.OrdinalIgnoreCase)
    {
        "inactive",
        "resolved",
        "remission",
        "refuted",
        "completed",
        "stopped",
        "discontinued",
        "canceled",
        "cancelled",
        "ended",
        "expired",
    };

    private static readonly HashSet<string> Active = new(StringComparer.OrdinalIgnoreCase)
    {
        "active",
        "current",
        "in progress",
        "in-progress",
        "ongoing",
        "ordered",
    };

    /// <summary>Every word a status is known by: text, codes and displays.</summary>
    public static IEnumerable<string> Words(CodeableConcept? status)
    {
        if (status is null)
            yield break;
        if (status.Text is { Length: > 0 } text)
            yield return text.Trim();
        foreach (var coding in status.Codings.Concat(status.SourceCodings))
        {
            if (coding.Code is { Length: > 0 } code)
                yield return code.Trim();
            if (coding.Display is { Length: > 0 } display)
                yield return display.Trim();
        }
    }

    /// <summary>Whether the source has withdrawn the record: it was never true of this patient.</summary>
    public static bool IsEnteredInError(CodeableConcept? status) =>
        Words(status).Any(EnteredInError.Contains);

    /// <summary>Whether what the record is about was carried out.</summary>
    public static bool IsCompleted(CodeableConcept? status) =>
        Words(status).Any(word => word.Equals("completed", StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether the source says that what the record is about goes on.</summary>
    public static bool IsActive(CodeableConcept? status) => Words(status).Any(Active.Contains);

    /// <summary>Whether the record is about something that is over. An unknown status is not: it stays in view.</summary>
    public static bool IsPast(CodeableConcept? status) => Words(status).Any(Past.Contains);
}

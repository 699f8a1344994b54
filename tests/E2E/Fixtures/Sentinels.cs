using System.Text.RegularExpressions;

namespace HeiChartViewer.Tests.E2E.Fixtures;

/// <summary>What may stand on a screen and in the audit log, and in nothing else that a run leaves behind.</summary>
public sealed class Sentinels
{
    private static readonly string[] Typed =
    [
        "1934-08-20",
        "20-Aug-1934",
        "4040404040",
        "not-a-partition",
        "Authorization",
    ];

    private readonly IReadOnlyList<(string Word, Regex Pattern)> _words;

    /// <summary>Of the patients of a sandbox, and of what the tests type.</summary>
    public Sentinels(IEnumerable<SandboxPatient> patients) =>
        _words = [
            .. patients
                .SelectMany(patient =>
                    new[]
                    {
                        patient.PersonId,
                        patient.PatientId,
                        patient.Sentinel,
                        patient.DisplayName,
                        patient.DisplayName.Split(',')[0],
                    }
                )
                .OfType<string>()
                .Concat(Typed)
                .Distinct()
                .Select(word =>
                    (
                        word,
                        // A local id is a few digits: inside a longer number or a trace id they mean nobody.
                        new Regex(
                            $@"(?<![0-9a-f-]){Regex.Escape(word)}(?![0-9a-f-])",
                            RegexOptions.IgnoreCase
                        )
                    )
                ),
        ];

    /// <summary>How many words there are to look for.</summary>
    public int Count => _words.Count;

    /// <summary>The lines of a text that name somebody.</summary>
    public IReadOnlyList<string> In(string text) =>
        [
            .. _words
                .Where(word => text.Contains(word.Word, StringComparison.OrdinalIgnoreCase))
                .SelectMany(word =>
                    text.Split('\n')
                        .Where(line => word.Pattern.IsMatch(line))
                        .Select(line => $"'{word.Word}' in: {line}")
                ),
        ];
}

using System.Diagnostics.CodeAnalysis;
using HealtheIntent.Client;
using HeiChartViewer.Web.Chart.Records;

namespace HeiChartViewer.Web.Chart.Merging;

/// <summary>What a record is about, as far as two records can be compared by it: codes, or words where there is no code.</summary>
internal static class SubjectKey
{
    /// <summary>Systems whose codes are fine enough to say that two records mean the same.</summary>
    private static readonly string[] Fine =
    [
        CodeSystems.RxNorm,
        CodeSystems.Cvx,
        CodeSystems.Loinc,
        CodeSystems.Snomed,
    ];

    /// <summary>
    /// Classifications. A code in any other system, or in none that is named, means something within its source alone: the
    /// same <c>1234</c> of another source is another thing.
    /// </summary>
    private static readonly string[] Coarse =
    [
        CodeSystems.Icd10Cm,
        Classifications.Icd10Pcs,
        Classifications.Icd9Cm,
        Classifications.Cpt4,
        Classifications.Hcpcs,
        Classifications.Ndc,
    ];

    /// <summary>The best there is to compare by: a fine code, a coarse one, or the words; null where nothing is named.</summary>
    public static string? Of(CodeableConcept? concept) =>
        FineCode(concept) ?? CoarseCodes(concept).FirstOrDefault() ?? Words(concept);

    /// <summary>The code in the finest system; null where there is none in any of these.</summary>
    public static string? FineCode(CodeableConcept? concept)
    {
        // Asked of each of what may be a hundred thousand records: loops, and nothing made but the key.
        if (concept is not null)
            foreach (var system in Fine)
                if (FirstKey(concept.Codings, system) is { } key)
                    return key;
        return null;
    }

    /// <summary>The codes in classifications, such as ICD-10-CM, where one code may stand for several things.</summary>
    public static IReadOnlyList<string> CoarseCodes(CodeableConcept? concept) =>
        !HasCoarse(concept)
            ? []
            :
            [
                .. concept
                    .Codings.Where(coding => Coarse.Contains(coding.System))
                    .Select(Key)
                    .OfType<string>()
                    .Order(StringComparer.Ordinal),
            ];

    /// <summary>Whether there is a code that means the same to every source.</summary>
    public static bool IsCoded(CodeableConcept? concept) =>
        FineCode(concept) is not null || CoarseCodes(concept).Count > 0;

    /// <summary>The words, without regard to case and spacing; only where no code means the same to every source.</summary>
    public static string? Words(CodeableConcept? concept) =>
        !IsCoded(concept) && concept?.Display is { } text && Folded(text) is { Length: > 0 } folded
            ? $"words|{folded}"
            : null;

    public static string Folded(string text) =>
        (
            IsEvenlySpaced(text)
                ? text
                : string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        ).ToUpperInvariant();

    private static bool IsEvenlySpaced(string text)
    {
        var isWithin = false;
        foreach (var character in text)
            if (!char.IsWhiteSpace(character))
                isWithin = true;
            else if (isWithin && character == ' ')
                isWithin = false;
            else
                return false;
        return isWithin;
    }

    private static bool HasCoarse([NotNullWhen(true)] CodeableConcept? concept)
    {
        for (var i = 0; i < concept?.Codings.Count; i++)
            if (Coarse.Contains(concept.Codings[i].System))
                return true;
        return false;
    }

    private static string? FirstKey(IReadOnlyList<Coding> codings, string system)
    {
        string? first = null;
        for (var i = 0; i < codings.Count; i++)
            if (
                codings[i].System == system
                && Key(codings[i]) is { } key
                && (first is null || string.CompareOrdinal(key, first) < 0)
            )
                first = key;
        return first;
    }

    private static string? Key(Coding coding) =>
        string.IsNullOrWhiteSpace(coding.Code) ? null : $"{coding.System}|{coding.Code.Trim()}";
}

namespace HeiChartViewer.Sandbox.Terminology;

/// <summary>What people answer when asked whether they smoke.</summary>
internal static class SmokingStatuses
{
    public static readonly Term Never = Term.Snomed("266919005", "Never smoked tobacco");
    public static readonly Term Former = Term.Snomed("8517006", "Ex-smoker");
    public static readonly Term Current = Term.Snomed("77176002", "Smoker");

    public static readonly IReadOnlyList<Term> All = [Never, Never, Never, Former, Former, Current];
}

namespace HeiChartViewer.Sandbox.Terminology;

/// <summary>What the population is allergic to.</summary>
internal static class Allergens
{
    private const string Drug = "Medication";
    private const string Food = "Food";
    private const string Environment = "Environment";

    private static readonly Term Rash = Term.Snomed("271807003", "Eruption of skin");
    private static readonly Term Urticaria = Term.Snomed("126485001", "Urticaria");

    // csharpier-ignore-start - a table reads best as one
    public static readonly Term NoneKnown = Term.Snomed("716186003", "No known allergy");
    public static readonly Term Anaphylaxis = Term.Snomed("39579001", "Anaphylaxis");

    public static readonly Allergen PenicillinV = new(Term.RxNorm("7984", "penicillin V"), "Penicillin V", Drug, Anaphylaxis) { Class = DrugClass.Penicillin };
    public static readonly Allergen Penicillin = new(Term.Snomed("91936005", "Allergy to penicillin"), "Penicillin", Drug, Urticaria) { Class = DrugClass.Penicillin };
    public static readonly Allergen Sulfonamide = new(Term.Snomed("91939003", "Allergy to sulfonamide"), "Sulfonamide", Drug, Rash);
    public static readonly Allergen Aspirin = new(Term.RxNorm("1191", "aspirin"), "Aspirin", Drug, Urticaria) { Class = DrugClass.AntiInflammatory };
    public static readonly Allergen Codeine = new(Term.RxNorm("2670", "codeine"), "Codeine", Drug, Term.Snomed("422587007", "Nausea")) { Class = DrugClass.Opioid };
    public static readonly Allergen Latex = new(Term.Snomed("300916003", "Latex allergy"), "Latex", Environment, Rash);
    public static readonly Allergen Shellfish = new(Term.Snomed("300913006", "Shellfish allergy"), "Shellfish", Food, null);
    public static readonly Allergen Peanut = new(Term.Snomed("91935009", "Allergy to peanut"), "Peanut", Food, Urticaria);
    public static readonly Allergen GrassPollen = new(Term.Snomed("418689008", "Allergy to grass pollen"), "Grass pollen", Environment, Term.Snomed("418290006", "Itching"));
    public static readonly Allergen HouseDustMite = new(Term.Snomed("232350006", "House dust mite allergy"), "House dust mite", Environment, Term.Snomed("267036007", "Dyspnea"));
    // csharpier-ignore-end

    public static readonly IReadOnlyList<Allergen> Common =
    [
        Penicillin,
        Sulfonamide,
        Aspirin,
        Codeine,
        Latex,
        Shellfish,
        Peanut,
        GrassPollen,
        HouseDustMite,
    ];
}

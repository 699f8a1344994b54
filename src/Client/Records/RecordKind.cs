namespace HealtheIntent.Client;

/// <summary>A kind of clinical record, and where the platform keeps it (contract 6.1).</summary>
public sealed record RecordKind
{
    private RecordKind(string name, string apiName, string path, Type recordType) =>
        (Name, ApiName, Path, RecordType) = (name, apiName, path, recordType);

    /// <summary>Allergies.</summary>
    public static RecordKind Allergy { get; } =
        new("allergy", "allergy", "allergies", typeof(Allergy));

    /// <summary>Conditions.</summary>
    public static RecordKind Condition { get; } =
        new("condition", "condition", "conditions", typeof(Condition));

    /// <summary>Medications.</summary>
    public static RecordKind Medication { get; } =
        new("medication", "medication", "medications", typeof(Medication));

    /// <summary>Immunizations.</summary>
    public static RecordKind Immunization { get; } =
        new("immunization", "immunization", "immunizations", typeof(Immunization));

    /// <summary>Procedures.</summary>
    public static RecordKind Procedure { get; } =
        new("procedure", "procedure", "procedures", typeof(Procedure));

    /// <summary>Observations.</summary>
    public static RecordKind Observation { get; } =
        new("observation", "observation", "observations", typeof(Observation));

    /// <summary>Encounters.</summary>
    public static RecordKind Encounter { get; } =
        new("encounter", "encounter", "encounters", typeof(Encounter));

    /// <summary>Document references, which the Longitudinal Record API serves (contract 6.9).</summary>
    public static RecordKind DocumentReference { get; } =
        new(
            "document-reference",
            "longitudinal-record",
            "document-references",
            typeof(DocumentReference)
        );

    /// <summary>Medication dispenses, which the Longitudinal Record API serves (contract 6.9).</summary>
    public static RecordKind MedicationDispense { get; } =
        new(
            "medication-dispense",
            "longitudinal-record",
            "medication-dispenses",
            typeof(MedicationDispense)
        );

    /// <summary>Every kind.</summary>
    public static IReadOnlyList<RecordKind> All { get; } =
    [
        Allergy,
        Condition,
        Medication,
        Immunization,
        Procedure,
        Observation,
        Encounter,
        DocumentReference,
        MedicationDispense,
    ];

    /// <summary>The kind's name in the singular, such as <c>allergy</c> or <c>document-reference</c>.</summary>
    public string Name { get; }

    /// <summary>The API that serves it and that a grant names, such as <c>allergy</c> or <c>longitudinal-record</c>.</summary>
    public string ApiName { get; }

    /// <summary>The last segment of its list's path, such as <c>allergies</c>.</summary>
    public string Path { get; }

    /// <summary>The model of its records.</summary>
    public Type RecordType { get; }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}

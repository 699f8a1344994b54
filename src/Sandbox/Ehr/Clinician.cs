namespace HeiChartViewer.Sandbox.Ehr;

/// <summary>Someone who works at this hospital; invented.</summary>
public sealed record Clinician(string Id, string Given, string Family, string Role)
{
    public static readonly IReadOnlyList<Clinician> All =
    [
        new("4100101", "Ingrid", "Vestergaard", "Physician"),
        new("4100102", "Tomas", "Okonjo", "Nurse"),
        new("4100103", "Maren", "Castellane", "Registrar"),
        new("4100104", "Eli", "Brandvold", "Medical student"),
    ];

    public string Name => $"{Given} {Family}";

    public static Clinician? Find(string? id) =>
        All.FirstOrDefault(clinician => clinician.Id == id);
}

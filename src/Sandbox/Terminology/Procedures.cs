namespace HeiChartViewer.Sandbox.Terminology;

/// <summary>What is done to patients.</summary>
internal static class Procedures
{
    // csharpier-ignore-start - a table reads best as one
    public static readonly Term Electrocardiogram = Term.Snomed("29303009", "Electrocardiographic procedure");
    public static readonly Term Echocardiogram = Term.Snomed("40701008", "Echocardiography");
    public static readonly Term CoronaryAngiography = Term.Snomed("33367005", "Coronary angiography");
    public static readonly Term CoronaryIntervention = Term.Snomed("415070008", "Percutaneous coronary intervention");
    public static readonly Term ChestXray = Term.Snomed("399208008", "Plain X-ray of chest");
    public static readonly Term Spirometry = Term.Snomed("127783003", "Spirometry");
    public static readonly Term Colonoscopy = Term.Snomed("73761001", "Colonoscopy");
    public static readonly Term Mammography = Term.Snomed("71651007", "Mammography");
    public static readonly Term BreastBiopsy = Term.Snomed("122548005", "Biopsy of breast");
    public static readonly Term Lumpectomy = Term.Snomed("392021009", "Lumpectomy of breast");
    public static readonly Term Radiotherapy = Term.Snomed("33195004", "External beam radiation therapy procedure");
    public static readonly Term Chemotherapy = Term.Snomed("367336001", "Chemotherapy");
    public static readonly Term NormalDelivery = Term.Snomed("177184002", "Normal delivery procedure");
    public static readonly Term Cesarean = Term.Snomed("11466000", "Cesarean section");
    public static readonly Term Immobilization = Term.Snomed("274474001", "Bone immobilization");
    public static readonly Term KneeReplacement = Term.Snomed("609588000", "Total knee replacement");
    public static readonly Term Cataract = Term.Snomed("54885007", "Extraction of cataract");
    public static readonly Term LightTherapy = Term.Snomed("31394004", "Light therapy");
    public static readonly Term HearingTest = Term.Snomed("417491009", "Neonatal hearing test");
    // csharpier-ignore-end
}

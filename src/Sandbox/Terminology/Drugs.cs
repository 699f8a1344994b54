namespace HeiChartViewer.Sandbox.Terminology;

/// <summary>The drugs of the population.</summary>
internal static class Drugs
{
    private const string Daily = "once daily";
    private const string TwiceDaily = "twice daily";
    private static readonly Unit Milligram = new("mg", "mg");
    private static readonly Unit Microgram = new("ug", "mcg");
    private static readonly Unit Puff = new("{puff}", "puffs");

    // csharpier-ignore-start - a table reads best as one
    public static readonly Drug Metformin500 = Tablet("861007", "metformin hydrochloride 500 MG Oral Tablet", "500", TwiceDaily) with { OtherDose = "1000" };
    public static readonly Drug Metformin1000 = Tablet("861004", "metformin hydrochloride 1000 MG Oral Tablet", "1000", TwiceDaily) with { OtherDose = "500" };
    public static readonly Drug Lisinopril5 = Tablet("311354", "lisinopril 5 MG Oral Tablet", "5", Daily) with { Class = DrugClass.AceInhibitor, OtherDose = "10" };
    public static readonly Drug Lisinopril10 = Tablet("314076", "lisinopril 10 MG Oral Tablet", "10", Daily) with { Class = DrugClass.AceInhibitor, OtherDose = "20" };
    public static readonly Drug Amlodipine5 = Tablet("197361", "amlodipine 5 MG Oral Tablet", "5", Daily) with { OtherDose = "10" };
    public static readonly Drug Hydrochlorothiazide = Tablet("310798", "hydrochlorothiazide 25 MG Oral Tablet", "25", Daily);
    public static readonly Drug Atorvastatin20 = Tablet("617310", "atorvastatin 20 MG Oral Tablet", "20", "once daily at bedtime") with { OtherDose = "40" };
    public static readonly Drug MetoprololTartrate = Tablet("866924", "metoprolol tartrate 25 MG Oral Tablet", "25", TwiceDaily) with { OtherDose = "50" };
    public static readonly Drug Carvedilol = Tablet("200031", "carvedilol 6.25 MG Oral Tablet", "6.25", TwiceDaily) with { OtherDose = "12.5" };
    public static readonly Drug Furosemide = Tablet("313988", "furosemide 40 MG Oral Tablet", "40", Daily) with { OtherDose = "20" };
    public static readonly Drug Spironolactone = Tablet("313096", "spironolactone 25 MG Oral Tablet", "25", Daily);
    public static readonly Drug Warfarin = Tablet("855332", "warfarin sodium 5 MG Oral Tablet", "5", "once daily in the evening") with { OtherDose = "2.5" };
    public static readonly Drug Apixaban25 = Tablet("1364435", "apixaban 2.5 MG Oral Tablet", "2.5", TwiceDaily) with { OtherDose = "5" };
    public static readonly Drug Clopidogrel = Tablet("309362", "clopidogrel 75 MG Oral Tablet", "75", Daily);
    public static readonly Drug Aspirin = Tablet("243670", "aspirin 81 MG Oral Tablet", "81", Daily) with { Class = DrugClass.AntiInflammatory, Instead = Clopidogrel };
    public static readonly Drug Sertraline50 = Tablet("312941", "sertraline 50 MG Oral Tablet", "50", Daily) with { OtherDose = "25" };
    public static readonly Drug Sertraline100 = Tablet("312938", "sertraline 100 MG Oral Tablet", "100", Daily) with { OtherDose = "50" };
    public static readonly Drug Levothyroxine = new(Rx("892246", "levothyroxine sodium 0.1 MG Oral Tablet"), "Levothyroxine sodium 100 mcg tablet", "100", Microgram, "Tablet", "Oral", "once daily before breakfast") { OtherDose = "75" };
    public static readonly Drug Omeprazole = new(Rx("198051", "omeprazole 20 MG Delayed Release Oral Capsule"), "Omeprazole 20 mg capsule", "20", Milligram, "Capsule", "Oral", "once daily before breakfast");
    public static readonly Drug Albuterol = new(Rx("745679", "200 ACTUAT albuterol 0.09 MG/ACTUAT Metered Dose Inhaler"), "Albuterol 90 mcg inhaler", "2", Puff, "Inhaler", "Inhalation", "every 4 to 6 hours");
    public static readonly Drug Fluticasone = new(Rx("895994", "120 ACTUAT fluticasone propionate 0.044 MG/ACTUAT Metered Dose Inhaler"), "Fluticasone 44 mcg inhaler", "2", Puff, "Inhaler", "Inhalation", TwiceDaily);
    public static readonly Drug FluticasoneSalmeterol = new(Rx("896209", "60 ACTUAT fluticasone propionate 0.25 MG/ACTUAT / salmeterol 0.05 MG/ACTUAT Dry Powder Inhaler"), "Fluticasone 250 mcg and salmeterol 50 mcg inhaler", "1", Puff, "Inhaler", "Inhalation", TwiceDaily);
    public static readonly Drug Prednisone = Tablet("312615", "prednisone 20 MG Oral Tablet", "40", "once daily for 5 days");
    public static readonly Drug AzithromycinSuspension = new(Rx("141963", "azithromycin 40 MG/ML Oral Suspension"), "Azithromycin 40 mg/mL oral suspension", "200", Milligram, "Suspension", "Oral", Daily) { DosePerKilogram = 10, BottleMilliliters = "30" };
    public static readonly Drug AmoxicillinSuspension = new(Rx("308189", "amoxicillin 80 MG/ML Oral Suspension"), "Amoxicillin 80 mg/mL oral suspension", "400", Milligram, "Suspension", "Oral", TwiceDaily) { DosePerKilogram = 40, BottleMilliliters = "100", Class = DrugClass.Penicillin, Instead = AzithromycinSuspension };
    public static readonly Drug Azithromycin = Tablet("308460", "azithromycin 250 MG Oral Tablet", "250", Daily);
    public static readonly Drug Acetaminophen = Tablet("198440", "acetaminophen 500 MG Oral Tablet", "500", "every 6 hours");
    public static readonly Drug Ibuprofen400 = Tablet("197805", "ibuprofen 400 MG Oral Tablet", "400", "every 6 hours") with { Class = DrugClass.AntiInflammatory, Instead = Acetaminophen };
    public static readonly Drug Oxycodone = new(Rx("1049221", "acetaminophen 325 MG / oxycodone hydrochloride 5 MG Oral Tablet"), "Oxycodone 5 mg and acetaminophen 325 mg tablet", "1", new Unit("{tablet}", "tablet"), "Tablet", "Oral", "every 6 hours") { Class = DrugClass.Opioid };
    public static readonly Drug Anastrozole = Tablet("199224", "anastrozole 1 MG Oral Tablet", "1", Daily);
    public static readonly Drug Loratadine = Tablet("311372", "loratadine 10 MG Oral Tablet", "10", Daily);
    public static readonly Drug PrenatalVitamin = new(null, "Prenatal vitamin tablet", "1", new Unit("{tablet}", "tablet"), "Tablet", "Oral", Daily);
    // Sources send these in words: injections and new combinations often have no code on an order.
    public static readonly Drug Antiretroviral = new(null, "Bictegravir 50 mg, emtricitabine 200 mg and tenofovir alafenamide 25 mg tablet", "1", new Unit("{tablet}", "tablet"), "Tablet", "Oral", Daily);
    public static readonly Drug Ceftriaxone = new(null, "Ceftriaxone 2 g injection", "2", new Unit("g", "g"), "Injection", "Intravenous", Daily);
    public static readonly Drug Norepinephrine = new(null, "Norepinephrine infusion", "0.1", new Unit("ug/kg/min", "mcg/kg/min"), "Infusion", "Intravenous", "continuously");
    // csharpier-ignore-end

    private static Term Rx(string code, string display) => Term.RxNorm(code, display);

    private static Drug Tablet(string code, string display, string dose, string frequency) =>
        new(Rx(code, display), Plain(display), dose, Milligram, "Tablet", "Oral", frequency);

    // "lisinopril 10 MG Oral Tablet" is said "Lisinopril 10 mg tablet".
    private static string Plain(string display) =>
        char.ToUpperInvariant(display[0])
        + display[1..].Replace(" MG Oral Tablet", " mg tablet", StringComparison.Ordinal);
}

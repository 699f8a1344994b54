namespace HeiChartViewer.Sandbox.Terminology;

/// <summary>What laboratories, nurses and questionnaires measure.</summary>
internal static class LabTests
{
    // csharpier-ignore-start - a table reads best as one
    public static readonly LabTest Sodium = new(L("2951-2", "Sodium [Moles/volume] in Serum or Plasma"), "Sodium", Unit.MillimolePerLiter, 0) { Low = 135, High = 145, PanicLow = 120, PanicHigh = 160, Typical = 140, Spread = 1.5, Noise = 1.5 };
    public static readonly LabTest Potassium = new(L("2823-3", "Potassium [Moles/volume] in Serum or Plasma"), "Potassium", Unit.MillimolePerLiter, 1) { Low = 3.5, High = 5.1, PanicLow = 2.8, PanicHigh = 6.0, Typical = 4.2, Spread = 0.2, Noise = 0.2 };
    public static readonly LabTest Chloride = new(L("2075-0", "Chloride [Moles/volume] in Serum or Plasma"), "Chloride", Unit.MillimolePerLiter, 0) { Low = 98, High = 107, Typical = 102, Spread = 1.5, Noise = 1.2 };
    public static readonly LabTest Bicarbonate = new(L("2028-9", "Carbon dioxide, total [Moles/volume] in Serum or Plasma"), "Carbon dioxide", Unit.MillimolePerLiter, 0) { Low = 22, High = 29, Typical = 25, Spread = 1, Noise = 1 };
    public static readonly LabTest UreaNitrogen = new(L("3094-0", "Urea nitrogen [Mass/volume] in Serum or Plasma"), "Urea nitrogen", Unit.MilligramPerDeciliter, 0) { Low = 7, High = 20, Typical = 14, Spread = 2, Noise = 1.5 };
    public static readonly LabTest Creatinine = new(L("2160-0", "Creatinine [Mass/volume] in Serum or Plasma"), "Creatinine", Unit.MilligramPerDeciliter, 2) { Low = 0.5, High = 1.1, Male = (0.7, 1.3), Typical = 0.8, Spread = 0, Noise = 0 };
    public static readonly LabTest CreatinineMolar = new(L("14682-9", "Creatinine [Moles/volume] in Serum or Plasma"), "Creatinine", Unit.MicromolePerLiter, 0) { Low = 45, High = 97, Male = (62, 115), Typical = 71, Spread = 0, Noise = 0 };
    public static readonly LabTest Filtration = new(L("98979-8", "Glomerular filtration rate/1.73 sq M.predicted [Volume Rate/Area] in Serum, Plasma or Blood by Creatinine-based formula (CKD-EPI 2021)"), "eGFR", Unit.Filtration, 0) { Low = 60, Typical = 95, Spread = 8, Noise = 3 };
    public static readonly LabTest Glucose = new(L("2345-7", "Glucose [Mass/volume] in Serum or Plasma"), "Glucose", Unit.MilligramPerDeciliter, 0) { Low = 70, High = 99, PanicLow = 50, PanicHigh = 400, Typical = 90, Spread = 5, Noise = 5 };
    public static readonly LabTest GlucoseMolar = new(L("14749-6", "Glucose [Moles/volume] in Serum or Plasma"), "Glucose", Unit.MillimolePerLiter, 1) { Low = 3.9, High = 5.5, PanicLow = 2.8, PanicHigh = 22.2, Typical = 5, Spread = 0, Noise = 0 };
    public static readonly LabTest Calcium = new(L("17861-6", "Calcium [Mass/volume] in Serum or Plasma"), "Calcium", Unit.MilligramPerDeciliter, 1) { Low = 8.6, High = 10.3, PanicLow = 6.5, PanicHigh = 13, Typical = 9.4, Spread = 0.2, Noise = 0.2 };
    public static readonly LabTest HemoglobinA1c = new(L("4548-4", "Hemoglobin A1c/Hemoglobin.total in Blood"), "HbA1c", Unit.Percent, 1) { Low = 4.0, High = 5.6, Typical = 5.2, Spread = 0.15, Noise = 0.1 };
    public static readonly LabTest HemoglobinA1cIfcc = new(L("59261-8", "Hemoglobin A1c/Hemoglobin.total in Blood by IFCC protocol"), "HbA1c", Unit.MillimolePerMole, 0) { Low = 20, High = 38, Typical = 33, Spread = 0, Noise = 0 };
    public static readonly LabTest AlbuminCreatinineRatio = new(L("9318-7", "Albumin/Creatinine [Mass Ratio] in Urine"), "Urine albumin/creatinine", Unit.MilligramPerGram, 0) { High = 30, Detection = 5, Typical = 9, Spread = 3, Noise = 3 };
    public static readonly LabTest Hemoglobin = new(L("718-7", "Hemoglobin [Mass/volume] in Blood"), "Hemoglobin", Unit.GramPerDeciliter, 1) { Low = 12.0, High = 15.5, Male = (13.5, 17.5), PanicLow = 7, PanicHigh = 20, Typical = 13.8, Spread = 0.5, Noise = 0.3 };
    public static readonly LabTest Hematocrit = new(L("4544-3", "Hematocrit [Volume Fraction] of Blood by Automated count"), "Hematocrit", Unit.Percent, 1) { Low = 36, High = 46, Male = (40, 52), Typical = 41, Spread = 0, Noise = 0 };
    public static readonly LabTest Leukocytes = new(L("6690-2", "Leukocytes [#/volume] in Blood by Automated count"), "Leukocytes", Unit.ThousandPerMicroliter, 1) { Low = 4.0, High = 11.0, PanicLow = 1, PanicHigh = 50, Typical = 7, Spread = 1, Noise = 0.7 };
    public static readonly LabTest Platelets = new(L("777-3", "Platelets [#/volume] in Blood by Automated count"), "Platelets", Unit.ThousandPerMicroliter, 0) { Low = 150, High = 400, PanicLow = 20, Typical = 250, Spread = 30, Noise = 15 };
    public static readonly LabTest CellVolume = new(L("787-2", "MCV [Entitic volume] by Automated count"), "MCV", Unit.Femtoliter, 0) { Low = 80, High = 100, Typical = 90, Spread = 2, Noise = 1 };
    public static readonly LabTest Cholesterol = new(L("2093-3", "Cholesterol [Mass/volume] in Serum or Plasma"), "Cholesterol", Unit.MilligramPerDeciliter, 0) { High = 200, Typical = 180, Spread = 12, Noise = 8 };
    public static readonly LabTest Hdl = new(L("2085-9", "Cholesterol in HDL [Mass/volume] in Serum or Plasma"), "HDL cholesterol", Unit.MilligramPerDeciliter, 0) { Low = 40, Typical = 54, Spread = 6, Noise = 2 };
    public static readonly LabTest Ldl = new(L("13457-7", "Cholesterol in LDL [Mass/volume] in Serum or Plasma by calculation"), "LDL cholesterol", Unit.MilligramPerDeciliter, 0) { High = 130, Typical = 105, Spread = 0, Noise = 0 };
    public static readonly LabTest Triglycerides = new(L("2571-8", "Triglyceride [Mass/volume] in Serum or Plasma"), "Triglycerides", Unit.MilligramPerDeciliter, 0) { High = 150, Typical = 110, Spread = 20, Noise = 12 };
    public static readonly LabTest Inr = new(L("6301-6", "INR in Platelet poor plasma by Coagulation assay"), "INR", Unit.Ratio, 1) { Low = 0.8, High = 1.2, PanicHigh = 5, Typical = 1.0, Spread = 0.04, Noise = 0.22 };
    public static readonly LabTest Thyrotropin = new(L("3016-3", "Thyrotropin [Units/volume] in Serum or Plasma"), "TSH", Unit.MilliunitPerLiter, 2) { Low = 0.4, High = 4.5, Detection = 0.01, Typical = 2, Spread = 0.5, Noise = 0.3 };
    public static readonly LabTest NatriureticPeptide = new(L("42637-9", "Natriuretic peptide B [Mass/volume] in Blood"), "BNP", Unit.PicogramPerMilliliter, 0) { High = 100, Detection = 10, Typical = 35, Spread = 10, Noise = 8 };
    public static readonly LabTest TroponinT = new(L("67151-1", "Troponin T.cardiac [Mass/volume] in Serum or Plasma by High sensitivity method"), "Troponin T, high sensitivity", Unit.NanogramPerLiter, 0) { High = 14, PanicHigh = 52, Detection = 6, Typical = 5, Spread = 1, Noise = 1 };
    public static readonly LabTest Alt = new(L("1742-6", "Alanine aminotransferase [Enzymatic activity/volume] in Serum or Plasma"), "ALT", Unit.UnitPerLiter, 0) { Low = 7, High = 45, Typical = 22, Spread = 5, Noise = 3 };
    public static readonly LabTest Ast = new(L("1920-8", "Aspartate aminotransferase [Enzymatic activity/volume] in Serum or Plasma"), "AST", Unit.UnitPerLiter, 0) { Low = 8, High = 40, Typical = 21, Spread = 4, Noise = 3 };
    public static readonly LabTest CReactiveProtein = new(L("1988-5", "C reactive protein [Mass/volume] in Serum or Plasma"), "C-reactive protein", Unit.MilligramPerLiter, 1) { High = 5, Detection = 0.6, Typical = 1.5, Spread = 0.6, Noise = 0.5 };
    public static readonly LabTest VitaminD = new(L("1989-3", "25-hydroxyvitamin D3 [Mass/volume] in Serum or Plasma"), "25-hydroxyvitamin D3", Unit.NanogramPerMilliliter, 0) { Low = 20, High = 50, Typical = 32, Spread = 4, Noise = 2 };
    public static readonly LabTest HivRna = new(L("20447-9", "HIV 1 RNA [#/volume] (viral load) in Serum or Plasma by NAA with probe detection"), "HIV-1 RNA", Unit.CopiesPerMilliliter, 0) { High = 20, Detection = 20, Typical = 5, Spread = 0, Noise = 4 };
    public static readonly LabTest Cd4 = new(L("24467-3", "CD3+CD4+ (T4 helper) cells [#/volume] in Blood"), "CD4 count", Unit.PerMicroliter, 0) { Low = 500, PanicLow = 50, Typical = 850, Spread = 80, Noise = 40 };
    public static readonly LabTest Lactate = new(L("2524-7", "Lactate [Moles/volume] in Serum or Plasma"), "Lactate", Unit.MillimolePerLiter, 1) { Low = 0.5, High = 2.0, PanicHigh = 4, Typical = 1.1, Spread = 0.1, Noise = 0.2 };
    public static readonly LabTest Procalcitonin = new(L("33959-8", "Procalcitonin [Mass/volume] in Serum or Plasma"), "Procalcitonin", Unit.NanogramPerMilliliter, 2) { High = 0.5, Detection = 0.05, Typical = 0.06, Spread = 0.01, Noise = 0.02 };
    public static readonly LabTest Bilirubin = new(L("1975-2", "Bilirubin.total [Mass/volume] in Serum or Plasma"), "Bilirubin, total", Unit.MilligramPerDeciliter, 1) { High = 1.2, Typical = 0.6, Spread = 0.1, Noise = 0.1 };
    public static readonly LabTest BloodCulture = new(L("600-7", "Bacteria identified in Blood by Culture"), "Blood culture", Unit.Score, 0) { Typical = 0, Spread = 0, Noise = 0 };

    public static readonly LabTest Systolic = Vital("8480-6", "Systolic blood pressure", Unit.MillimeterMercury, 0) with { Low = 90, High = 139, PanicLow = 70, PanicHigh = 200, Typical = 120, Spread = 5, Noise = 5 };
    public static readonly LabTest Diastolic = Vital("8462-4", "Diastolic blood pressure", Unit.MillimeterMercury, 0) with { Low = 60, High = 89, PanicHigh = 120, Typical = 75, Spread = 3, Noise = 3 };
    public static readonly LabTest BloodPressure = Vital("85354-9", "Blood pressure panel with all children optional", Unit.MillimeterMercury, 0) with { Name = "Blood pressure" };
    public static readonly LabTest HeartRate = Vital("8867-4", "Heart rate", Unit.PerMinute, 0) with { Low = 60, High = 100, PanicLow = 40, PanicHigh = 150, Typical = 74, Spread = 4, Noise = 5 };
    public static readonly LabTest RespiratoryRate = Vital("9279-1", "Respiratory rate", Unit.PerMinute, 0) with { Low = 12, High = 20, Typical = 15, Spread = 1, Noise = 1 };
    public static readonly LabTest Temperature = Vital("8310-5", "Body temperature", Unit.Celsius, 1) with { Low = 36.1, High = 37.5, PanicHigh = 41, Typical = 36.8, Spread = 0.1, Noise = 0.2 };
    public static readonly LabTest TemperatureFahrenheit = Vital("8310-5", "Body temperature", Unit.Fahrenheit, 1) with { Low = 97.0, High = 99.5, Typical = 98.2, Spread = 0, Noise = 0 };
    public static readonly LabTest Saturation = Vital("59408-5", "Oxygen saturation in Arterial blood by Pulse oximetry", Unit.Percent, 0) with { Low = 94, PanicLow = 85, Typical = 98, Spread = 0.4, Noise = 0.6 };
    public static readonly LabTest Weight = Vital("29463-7", "Body weight", Unit.Kilogram, 1) with { Typical = 68, Spread = 8, Noise = 0.6 };
    public static readonly LabTest WeightPounds = Vital("29463-7", "Body weight", Unit.Pound, 1) with { Typical = 150, Spread = 0, Noise = 0 };
    public static readonly LabTest Height = Vital("8302-2", "Body height", Unit.Centimeter, 1) with { Typical = 163, Spread = 5, Noise = 0.2 };
    public static readonly LabTest BodyMassIndex = Vital("39156-5", "Body mass index (BMI) [Ratio]", Unit.BodyMass, 1) with { Typical = 25, Spread = 0, Noise = 0 };
    public static readonly LabTest HeadCircumference = Vital("9843-4", "Head Occipital-frontal circumference", Unit.Centimeter, 1) with { Typical = 50, Spread = 0.6, Noise = 0.1 };

    public static readonly LabTest ExpiratoryVolume = new(L("20150-9", "FEV1"), "FEV1", Unit.Liter, 2) { Category = LabTest.Survey, Typical = 3.1, Spread = 0.3, Noise = 0.08 };
    public static readonly LabTest DepressionScore = new(L("44261-6", "Patient Health Questionnaire 9 item (PHQ-9) total score [Reported]"), "PHQ-9 total score", Unit.Score, 0) { Category = LabTest.Survey, Typical = 3, Spread = 1, Noise = 1 };
    public static readonly LabTest ApgarFive = new(L("9274-2", "5 minute Apgar Score"), "Apgar score at 5 minutes", Unit.Score, 0) { Category = LabTest.Survey, Typical = 9, Spread = 0, Noise = 0.4 };
    public static readonly LabTest Smoking = new(L("72166-2", "Tobacco smoking status"), "Tobacco smoking status", Unit.Score, 0) { Category = LabTest.SocialHistory, Typical = 0, Spread = 0, Noise = 0 };
    public static readonly LabTest BloodGroup = new(L("882-1", "ABO and Rh group [Type] in Blood"), "Blood group", Unit.Score, 0) { Typical = 0, Spread = 0, Noise = 0 };
    public static readonly LabTest UrineProtein = new(L("20454-5", "Protein [Presence] in Urine by Test strip"), "Urine protein", Unit.Score, 0) { Typical = 0, Spread = 0, Noise = 0 };

    public static readonly IReadOnlyList<LabTest> Metabolic = [ Sodium, Potassium, Chloride, Bicarbonate, UreaNitrogen, Creatinine, Filtration, Glucose, Calcium, ];
    public static readonly IReadOnlyList<LabTest> BloodCount = [ Hemoglobin, Hematocrit, Leukocytes, Platelets, CellVolume, ];
    public static readonly IReadOnlyList<LabTest> Lipids = [Cholesterol, Hdl, Ldl, Triglycerides];
    public static readonly IReadOnlyList<LabTest> Liver = [Alt, Ast];
    // csharpier-ignore-end

    private static Term L(string code, string display) => Term.Loinc(code, display);

    private static LabTest Vital(string code, string display, Unit unit, int decimals) =>
        new(L(code, display), display, unit, decimals)
        {
            Category = LabTest.VitalSigns,
            Typical = 0,
            Spread = 0,
            Noise = 0,
        };
}

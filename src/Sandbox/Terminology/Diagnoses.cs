namespace HeiChartViewer.Sandbox.Terminology;

/// <summary>The disorders of the population.</summary>
internal static class Diagnoses
{
    // csharpier-ignore-start - a table reads best as one
    public static readonly Diagnosis TypeTwoDiabetes = Of("44054006", "Type 2 diabetes mellitus", "E11.9", "Type 2 diabetes mellitus without complications");
    public static readonly Diagnosis DiabeticKidneyDisease = Of("127013003", "Disorder of kidney due to diabetes mellitus", "E11.22", "Type 2 diabetes mellitus with diabetic chronic kidney disease");
    public static readonly Diagnosis KidneyStage3A = Of("700378005", "Chronic kidney disease stage 3A", "N18.31", "Chronic kidney disease, stage 3a");
    public static readonly Diagnosis KidneyStage3B = Of("700379002", "Chronic kidney disease stage 3B", "N18.32", "Chronic kidney disease, stage 3b");
    public static readonly Diagnosis Hypertension = Of("59621000", "Essential hypertension", "I10", "Essential (primary) hypertension");
    public static readonly Diagnosis Hyperlipidemia = Of("55822004", "Hyperlipidemia", "E78.5", "Hyperlipidemia, unspecified");
    public static readonly Diagnosis HeartFailure = Of("42343007", "Congestive heart failure", "I50.9", "Heart failure, unspecified");
    public static readonly Diagnosis CoronaryDisease = Of("53741008", "Coronary arteriosclerosis", "I25.10", "Atherosclerotic heart disease of native coronary artery without angina pectoris");
    public static readonly Diagnosis MyocardialInfarction = Of("22298006", "Myocardial infarction", "I21.4", "Non-ST elevation (NSTEMI) myocardial infarction");
    public static readonly Diagnosis OldMyocardialInfarction = Of("1755008", "Old myocardial infarction", "I25.2", "Old myocardial infarction");
    public static readonly Diagnosis AtrialFibrillation = Of("49436004", "Atrial fibrillation", "I48.91", "Unspecified atrial fibrillation");
    public static readonly Diagnosis Copd = Of("13645005", "Chronic obstructive lung disease", "J44.9", "Chronic obstructive pulmonary disease, unspecified");
    public static readonly Diagnosis CopdExacerbation = Of("195951007", "Acute exacerbation of chronic obstructive airways disease", "J44.1", "Chronic obstructive pulmonary disease with (acute) exacerbation");
    public static readonly Diagnosis Asthma = Of("195967001", "Asthma", "J45.909", "Unspecified asthma, uncomplicated");
    public static readonly Diagnosis Pneumonia = Of("233604007", "Pneumonia", "J18.9", "Pneumonia, unspecified organism");
    public static readonly Diagnosis AcuteBronchitis = Of("10509002", "Acute bronchitis", "J20.9", "Acute bronchitis, unspecified");
    public static readonly Diagnosis Depression = Of("35489007", "Depressive disorder", "F32.A", "Depression, unspecified");
    public static readonly Diagnosis Anxiety = Of("197480006", "Anxiety disorder", "F41.9", "Anxiety disorder, unspecified");
    public static readonly Diagnosis Pregnancy = Of("77386006", "Pregnancy", "Z33.1", "Pregnant state, incidental");
    public static readonly Diagnosis GestationalDiabetes = Of("11687002", "Gestational diabetes mellitus", "O24.410", "Gestational diabetes mellitus in pregnancy, diet controlled");
    public static readonly Diagnosis BreastCancerRight = Of("254837009", "Malignant neoplasm of breast", "C50.911", "Malignant neoplasm of unspecified site of right female breast");
    public static readonly Diagnosis BreastCancerLeft = Of("254837009", "Malignant neoplasm of breast", "C50.912", "Malignant neoplasm of unspecified site of left female breast");
    public static readonly Diagnosis Hypothyroidism = Of("40930008", "Hypothyroidism", "E03.9", "Hypothyroidism, unspecified");
    public static readonly Diagnosis Osteoarthritis = Of("396275006", "Osteoarthritis", "M19.90", "Unspecified osteoarthritis, unspecified site");
    public static readonly Diagnosis Cataract = Of("193570009", "Cataract", "H26.9", "Unspecified cataract");
    public static readonly Diagnosis Obesity = Of("414916001", "Obesity", "E66.9", "Obesity, unspecified");
    public static readonly Diagnosis Reflux = Of("235595009", "Gastroesophageal reflux disease", "K21.9", "Gastro-esophageal reflux disease without esophagitis");
    public static readonly Diagnosis Migraine = Of("37796009", "Migraine", "G43.909", "Migraine, unspecified, not intractable, without status migrainosus");
    public static readonly Diagnosis Anemia = Of("271737000", "Anemia", "D64.9", "Anemia, unspecified");
    public static readonly Diagnosis Hyperkalemia = Of("14140009", "Hyperkalemia", "E87.5", "Hyperkalemia");
    public static readonly Diagnosis AtopicDermatitis = Of("24079001", "Atopic dermatitis", "L20.9", "Atopic dermatitis, unspecified");
    public static readonly Diagnosis OtitisMedia = Of("65363002", "Otitis media", "H66.90", "Otitis media, unspecified, unspecified ear");
    public static readonly Diagnosis ForearmFracture = Of("65966004", "Fracture of forearm", "S52.90XA", "Unspecified fracture of unspecified forearm, initial encounter for closed fracture");
    public static readonly Diagnosis AnkleFracture = Of("16114001", "Fracture of ankle", "S82.899A", "Other fracture of unspecified lower leg, initial encounter for closed fracture");
    public static readonly Diagnosis Concussion = Of("110030002", "Concussion injury of brain", "S06.0X0A", "Concussion without loss of consciousness, initial encounter");
    public static readonly Diagnosis VitaminDDeficiency = Of("34713006", "Vitamin D deficiency", "E55.9", "Vitamin D deficiency, unspecified");
    public static readonly Diagnosis Hiv = Of("86406008", "Human immunodeficiency virus infection", "B20", "Human immunodeficiency virus [HIV] disease");
    public static readonly Diagnosis Sepsis = Of("91302008", "Sepsis", "A41.9", "Sepsis, unspecified organism");
    public static readonly Diagnosis UrinaryInfection = Of("68566005", "Urinary tract infection", "N39.0", "Urinary tract infection, site not specified");
    public static readonly Diagnosis NeonatalJaundice = Of("387712008", "Neonatal jaundice", "P59.9", "Neonatal jaundice, unspecified");
    // csharpier-ignore-end

    private static Diagnosis Of(string snomed, string clinical, string icd10, string billing) =>
        new(Term.Snomed(snomed, clinical), Term.Icd10(icd10, billing));
}

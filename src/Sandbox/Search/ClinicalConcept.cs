namespace HeiChartViewer.Sandbox.Search;

/// <summary>Something clinical, with the words that people ask for it by and the words that records say it in.</summary>
/// <param name="Alias">Its name in the ontology.</param>
/// <param name="Display">Its name in words.</param>
/// <param name="Asked">What somebody types who means it, in lower case.</param>
/// <param name="Written">What a record says that is about it, or about what belongs to it, in lower case.</param>
internal sealed record ClinicalConcept(
    string Alias,
    string Display,
    IReadOnlyList<string> Asked,
    IReadOnlyList<string> Written
)
{
    // csharpier-ignore-start - a table reads best as one
    /// <summary>The concepts that the records of the population are about.</summary>
    public static readonly IReadOnlyList<ClinicalConcept> All =
    [
        new("MYOCARDIAL_INFARCTION_CLIN", "Myocardial infarction", ["heart attack", "mi", "myocardial infarction", "nstemi"], ["myocardial infarction", "heart attack", "nstemi", "i21.4", "i25.2"]),
        new("CORONARY_DISEASE_CLIN", "Coronary artery disease", ["coronary", "coronary disease", "coronary heart disease", "clogged arteries"], ["coronary", "i25.10"]),
        new("HEART_FAILURE_CLIN", "Heart failure", ["heart failure", "weak heart", "chf", "congestive heart failure"], ["heart failure", "natriuretic peptide", "bnp", "i50.9"]),
        new("ATRIAL_FIBRILLATION_CLIN", "Atrial fibrillation", ["atrial fibrillation", "afib", "irregular heartbeat"], ["atrial fibrillation", "i48.91"]),
        new("HYPERTENSION_CLIN", "Hypertension", ["high blood pressure", "hypertension", "htn"], ["hypertension", "i10"]),
        new("BLOOD_PRESSURE_CLIN", "Blood pressure", ["blood pressure", "bp"], ["blood pressure"]),
        new("DIABETES_CLIN", "Diabetes mellitus", ["diabetes", "sugar diabetes", "blood sugar", "type 2 diabetes"], ["diabetes", "hemoglobin a1c", "hba1c", "e11.9", "e11.22", "metformin"]),
        new("HYPERGLYCEMIA_LAB", "Glucose", ["sugar", "glucose"], ["glucose", "hemoglobin a1c", "hba1c"]),
        new("CHRONIC_KIDNEY_DISEASE_CLIN", "Chronic kidney disease", ["kidney failure", "kidney disease", "renal failure", "ckd", "bad kidneys"], ["kidney disease", "disorder of kidney", "glomerular filtration", "egfr", "n18.31", "n18.32"]),
        new("KIDNEY_FUNCTION_LAB", "Kidney function", ["kidney function", "renal function"], ["creatinine", "glomerular filtration", "egfr", "urea nitrogen"]),
        new("HYPERKALEMIA_CLIN", "Hyperkalemia", ["high potassium", "hyperkalemia"], ["hyperkalemia", "e87.5"]),
        new("COPD_CLIN", "Chronic obstructive pulmonary disease", ["copd", "smoker's lung", "emphysema"], ["chronic obstructive", "j44.9", "j44.1"]),
        new("ASTHMA_CLIN", "Asthma", ["asthma", "wheezing"], ["asthma", "j45.909"]),
        new("PNEUMONIA_CLIN", "Pneumonia", ["pneumonia", "lung infection"], ["pneumonia", "j18.9"]),
        new("DEPRESSION_CLIN", "Depression", ["depression", "low mood"], ["depressive", "depression", "phq-9", "f32.a"]),
        new("BREAST_CANCER_CLIN", "Malignant neoplasm of breast", ["breast cancer"], ["malignant neoplasm of breast", "breast cancer", "carcinoma of breast", "c50.911", "c50.912", "anastrozole"]),
        new("HIV_CLIN", "HIV infection", ["hiv", "aids"], ["human immunodeficiency virus", "hiv", "b20", "bictegravir"]),
        new("SEPSIS_CLIN", "Sepsis", ["sepsis", "blood poisoning"], ["sepsis", "a41.9"]),
        new("URINARY_INFECTION_CLIN", "Urinary tract infection", ["urinary infection", "uti", "bladder infection"], ["urinary tract infection", "n39.0"]),
        new("ANEMIA_CLIN", "Anemia", ["anemia", "anaemia", "low blood count"], ["anemia", "d64.9"]),
        new("HYPERLIPIDEMIA_CLIN", "Hyperlipidemia", ["high cholesterol", "hyperlipidemia"], ["hyperlipidemia", "e78.5"]),
        new("FRACTURE_CLIN", "Fracture of bone", ["broken bone", "broken arm", "broken leg", "fracture"], ["fracture"]),
        new("PREGNANCY_CLIN", "Pregnancy", ["pregnancy", "pregnant", "expecting"], ["pregnancy", "pregnant", "z33.1"]),
        new("ANTICOAGULANT_MED", "Anticoagulant", ["blood thinner", "blood thinners", "anticoagulant"], ["warfarin", "apixaban"]),
        new("DIURETIC_MED", "Diuretic", ["water pill", "water pills", "diuretic"], ["furosemide", "spironolactone"]),
        new("STATIN_MED", "Statin", ["statin", "cholesterol pill"], ["atorvastatin"]),
        new("ANTIDEPRESSANT_MED", "Antidepressant", ["antidepressant"], ["sertraline"]),
        new("ANTIBIOTIC_MED", "Antibiotic", ["antibiotic", "antibiotics"], ["amoxicillin", "azithromycin", "ceftriaxone"]),
        new("ANALGESIC_MED", "Pain medication", ["painkiller", "painkillers", "pain medication"], ["ibuprofen", "acetaminophen", "oxycodone"]),
    ];
    // csharpier-ignore-end
}

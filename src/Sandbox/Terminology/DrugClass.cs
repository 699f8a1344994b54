namespace HeiChartViewer.Sandbox.Terminology;

/// <summary>What drugs have in common that matters: people are allergic to all of them, or take one of them at a time.</summary>
internal enum DrugClass
{
    /// <summary>Penicillin and its relatives.</summary>
    Penicillin,

    /// <summary>Aspirin, ibuprofen and the like.</summary>
    AntiInflammatory,

    /// <summary>Codeine, oxycodone and the like.</summary>
    Opioid,

    /// <summary>What lowers the blood pressure by the angiotensin-converting enzyme.</summary>
    AceInhibitor,
}

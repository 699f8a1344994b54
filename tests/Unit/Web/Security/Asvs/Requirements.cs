namespace HeiChartViewer.Tests.Unit.Web.Security.Asvs;

/// <summary>The requirements of levels 1 and 2 of chapters V3, V7, V8, V9, V10, V14 and V16 of OWASP ASVS 5.0.</summary>
internal static partial class Requirements
{
    /// <summary>How many requirements of levels 1 and 2 each chapter has.</summary>
    public static readonly IReadOnlyDictionary<string, int> Counts = new Dictionary<string, int>
    {
        ["3"] = 19,
        ["7"] = 18,
        ["8"] = 7,
        ["9"] = 7,
        ["10"] = 29,
        ["14"] = 9,
        ["16"] = 16,
    };

    /// <summary>All of them, in the order of their numbers.</summary>
    public static readonly IReadOnlyList<Requirement> All =
    [
        .. WebFrontend(),
        .. Sessions(),
        .. Authorization(),
        .. Tokens(),
        .. OAuth(),
        .. DataProtection(),
        .. Logging(),
    ];
}

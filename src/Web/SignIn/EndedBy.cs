namespace HeiChartViewer.Web.SignIn;

/// <summary>Who ends a user's sessions.</summary>
public enum EndedBy
{
    /// <summary>The user, everywhere.</summary>
    User,

    /// <summary>An administrator.</summary>
    Administrator,

    /// <summary>The organisation's OpenID provider.</summary>
    Provider,
}

using System.Text.Json.Serialization;

namespace HeiChartViewer.Sandbox.Smart;

/// <summary>What the EHR does wrong at its launches, until told otherwise.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SmartMisbehaviour>))]
public enum SmartMisbehaviour
{
    [JsonStringEnumMemberName("none")]
    None,

    [JsonStringEnumMemberName("badState")]
    BadState,

    [JsonStringEnumMemberName("wrongAudience")]
    WrongAudience,

    [JsonStringEnumMemberName("wrongIssuer")]
    WrongIssuer,

    [JsonStringEnumMemberName("wrongNonce")]
    WrongNonce,

    [JsonStringEnumMemberName("expiredIdToken")]
    ExpiredIdToken,

    [JsonStringEnumMemberName("badSignature")]
    BadSignature,

    [JsonStringEnumMemberName("unknownKey")]
    UnknownKey,

    [JsonStringEnumMemberName("algNone")]
    AlgNone,

    /// <summary>The callback brings a code that was used before.</summary>
    [JsonStringEnumMemberName("replayedCode")]
    ReplayedCode,

    [JsonStringEnumMemberName("slowToken")]
    SlowToken,

    [JsonStringEnumMemberName("tokenError")]
    TokenError,

    [JsonStringEnumMemberName("missingPatient")]
    MissingPatient,

    [JsonStringEnumMemberName("otherPatient")]
    OtherPatient,

    [JsonStringEnumMemberName("signedLaunchExpired")]
    SignedLaunchExpired,

    [JsonStringEnumMemberName("signedLaunchWrongAudience")]
    SignedLaunchWrongAudience,

    [JsonStringEnumMemberName("signedLaunchReplayed")]
    SignedLaunchReplayed,

    [JsonStringEnumMemberName("signedLaunchBadSignature")]
    SignedLaunchBadSignature,
}

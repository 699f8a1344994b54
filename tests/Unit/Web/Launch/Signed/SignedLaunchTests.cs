using System.Net;
using System.Text;
using HeiChartViewer.Web.Audit;
using HeiChartViewer.Web.Launch.Signed;
using Microsoft.IdentityModel.Tokens;

namespace HeiChartViewer.Tests.Unit.Web.Launch.Signed;

/// <summary>Launches that a host signs: one that is right, and each way of being wrong.</summary>
public sealed class SignedLaunchTests(SignedViewer viewer) : IClassFixture<SignedViewer>
{
    [Fact]
    public async Task A_signed_launch_opens_the_patient_for_the_user_and_says_why()
    {
        using var answer = await viewer.LaunchAsync(_ => { });

        var session = viewer.Opened(answer);
        Assert.Equal("151579", session.Source.Id);
        Assert.Equal($"{SignedViewer.Issuer}#u-1", session.User.Id);
        Assert.Equal("Dr. Ward", session.User.Name);
        var entry = viewer.Audit.Entries.Last(e => e.Action == AuditAction.LaunchAccepted);
        Assert.Equal(("TREAT", SignedViewer.Issuer), (entry.Purpose, entry.Organisation));
    }

    [Theory]
    [InlineData(new[] { "clinician", "emergency", "made up" }, new[] { "clinician", "emergency" })]
    [InlineData(new string[0], new string[0])]
    [InlineData(null, new[] { "clinician" })]
    public async Task A_host_says_what_its_user_is_in_words_that_the_viewer_knows(
        string[]? claimed,
        string[] roles
    )
    {
        using var answer = await viewer.LaunchAsync(claims =>
        {
            if (claimed is not null)
                claims["roles"] = claimed;
        });

        Assert.Equal(roles, viewer.Opened(answer).User.Roles);
    }

    [Fact]
    public async Task Control_60_Each_entry_of_a_launch_says_who_for_whom_why_and_from_where()
    {
        using var answer = await viewer.LaunchAsync(claims => claims.Remove("purpose_of_use"));

        viewer.Opened(answer);
        var entries = viewer.Audit.Entries.TakeLast(2).ToList();
        Assert.Equal(
            [AuditAction.PatientLookup, AuditAction.LaunchAccepted],
            entries.Select(entry => entry.Action)
        );
        Assert.All(
            entries,
            entry =>
                Assert.Equal(
                    (
                        $"{SignedViewer.Issuer}#u-1",
                        SignedViewer.Issuer,
                        "TREAT",
                        "127.0.0.1",
                        "151579"
                    ),
                    (
                        entry.UserId,
                        entry.Organisation,
                        entry.Purpose,
                        entry.RemoteAddress,
                        entry.SourcePersonId
                    )
                )
        );
    }

    [Fact]
    public async Task Control_21_A_launch_by_form_leaves_the_token_in_no_address()
    {
        using var form = new FormUrlEncodedContent(
            new Dictionary<string, string> { ["token"] = viewer.Key.Sign(viewer.Claims()) }
        );
        using var answer = await viewer.Http.PostAsync("/launch", form);

        viewer.Opened(answer);
        Assert.DoesNotContain(
            "151579",
            answer.Headers.Location!.OriginalString,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Control_22_and_23_Each_launch_is_a_session_of_its_own()
    {
        using var first = await viewer.LaunchAsync(_ => { });
        using var second = await viewer.LaunchAsync(_ => { });

        Assert.NotEqual(viewer.Opened(first).Id, viewer.Opened(second).Id);
        Assert.NotNull(viewer.Sessions.Find(viewer.Opened(first).Id));
    }

    /// <summary>What is wrong before it is known who is said to have made the launch.</summary>
    private static readonly string[] BeforeTheIssuer =
    [
        "not one token",
        "too long",
        "not readable",
        "algorithm",
        "issuer",
    ];

    public static TheoryData<string, string, Action<Dictionary<string, object>>> Wrong() =>
        new()
        {
            { "Control_8", "expired", c => Times(c, -3000) },
            { "Control_9", "not yet valid", c => Times(c, 3000) },
            { "Control_10", "lifetime", c => c["exp"] = (long)c["iat"] + 121 },
            { "Control_10", "lifetime", c => c["exp"] = (long)c["iat"] },
            { "Control_10", "exp", c => c.Remove("exp") },
            { "Control_10", "iat", c => c.Remove("iat") },
            { "Control_10", "nbf", c => c.Remove("nbf") },
            { "Control_12", "audience", c => c["aud"] = "https://another.example.org/launch" },
            { "Control_12", "audience", c => c.Remove("aud") },
            { "Control_13", "issuer", c => c["iss"] = "https://another.example.org" },
            { "Control_13", "issuer", c => c.Remove("iss") },
            { "Control_15", "jti", c => c.Remove("jti") },
            {
                "Control_16",
                "data partition",
                c => c["data_partition"] = "00000000-0000-4000-8000-000000000000"
            },
            { "Control_16", "data partition", c => c.Remove("data_partition") },
            {
                "Control_17",
                "data partition",
                c => c["data_partition"] = "5f0c2f0e-8a53-4b3c-9f0a-6f2f4f1d7c21"
            },
            { "Control_18", "patient", c => c["patient"] = "" },
            { "Control_18", "patient", c => c["patient"] = new string('7', 180) },
            { "Control_18", "patient", c => c["patient"] = "15\u000079" },
            { "Control_18", "patient", c => c["patient"] = "../151579" },
            { "Control_18", "patient", c => c["patient"] = "151579%2F1" },
            { "Control_18", "patient", c => c["patient"] = "１５１５７９" },
            { "Control_18", "patient", c => c["patient"] = new[] { "151579", "151580" } },
            { "A launch names its user", "sub", c => c.Remove("sub") },
            { "A role is a word", "roles", c => c["roles"] = new object[] { 1 } },
            { "A day that is none", "patient_birthdate", c => c["patient_birthdate"] = "1934" },
        };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task Controls_8_to_18_What_is_wrong_is_refused_and_named_in_the_audit_log_alone(
        string rule,
        string flaw,
        Action<Dictionary<string, object>> change
    )
    {
        using var answer = await viewer.LaunchAsync(change);

        await AssertRefusedAsync(answer, flaw, rule);
    }

    [Theory]
    [InlineData(-60, true)]
    [InlineData(59, true)]
    [InlineData(62, false)]
    public async Task Control_11_A_clock_may_be_a_minute_off(int ahead, bool opens)
    {
        using var answer = await viewer.LaunchAsync(claims => Times(claims, ahead));

        Assert.Equal(opens, answer.StatusCode == HttpStatusCode.SeeOther);
    }

    [Fact]
    public async Task Control_1_and_3_A_token_without_its_signature_is_refused()
    {
        var token = viewer.Key.Sign(viewer.Claims());
        var parts = token.Split('.');

        using var stripped = await viewer.LaunchAsync($"{parts[0]}.{parts[1]}.");
        await AssertRefusedAsync(stripped, "signature", "Control_3");
        using var missing = await viewer.LaunchAsync($"{parts[0]}.{parts[1]}");
        await AssertRefusedAsync(missing, "not readable", "Control_1");
    }

    [Fact]
    public async Task Control_2_Another_key_under_the_same_id_is_refused()
    {
        using var answer = await viewer.LaunchAsync(
            HostKey.Ecdsa(viewer.Key.Id).Sign(viewer.Claims())
        );

        await AssertRefusedAsync(answer, "signature", "Control_2");
    }

    [Fact]
    public async Task Control_2_What_was_signed_cannot_be_changed()
    {
        var parts = viewer.Key.Sign(viewer.Claims()).Split('.');
        var other = viewer.Key.Sign(viewer.Claims(c => c["patient"] = "151580")).Split('.');

        using var answer = await viewer.LaunchAsync($"{parts[0]}.{other[1]}.{parts[2]}");

        await AssertRefusedAsync(answer, "signature", "Control_2");
    }

    [Fact]
    public async Task Control_4_No_signature_at_all_is_no_algorithm()
    {
        var header = Base64UrlEncoder.Encode("{\"alg\":\"none\",\"typ\":\"launch+jwt\"}");
        var payload = viewer.Key.Sign(viewer.Claims()).Split('.')[1];

        using var answer = await viewer.LaunchAsync($"{header}.{payload}.");

        await AssertRefusedAsync(answer, "algorithm", "Control_4");
    }

    [Theory]
    [InlineData(SecurityAlgorithms.HmacSha256)]
    [InlineData(SecurityAlgorithms.HmacSha512)]
    public async Task Control_5_A_public_key_is_no_shared_secret(string algorithm)
    {
        var published = Encoding.UTF8.GetBytes(await File.ReadAllTextAsync(viewer.KeyFile));
        var token = HostKey.Sign(
            viewer.Claims(),
            new SigningCredentials(
                new SymmetricSecurityKey(published) { KeyId = viewer.Key.Id },
                algorithm
            ),
            SignedLaunchCheck.Type,
            null
        );

        using var answer = await viewer.LaunchAsync(token);

        await AssertRefusedAsync(answer, "algorithm", "Control_5");
    }

    [Theory]
    [InlineData(SecurityAlgorithms.RsaSha256, true)]
    [InlineData(SecurityAlgorithms.RsaSsaPssSha256, true)]
    [InlineData(SecurityAlgorithms.RsaSha384, false)]
    [InlineData(SecurityAlgorithms.RsaSsaPssSha512, false)]
    public async Task Control_6_Only_the_algorithms_of_the_list(string algorithm, bool opens)
    {
        var key = HostKey.Rsa($"rsa-{algorithm}", algorithm);
        await File.WriteAllTextAsync(viewer.KeyFile, HostKey.Set(viewer.Key, key));

        using var answer = await viewer.LaunchAsync(key.Sign(viewer.Claims()));

        Assert.Equal(opens, answer.StatusCode == HttpStatusCode.SeeOther);
    }

    [Theory]
    [InlineData("jku")]
    [InlineData("x5u")]
    public async Task Control_7_No_address_in_a_token_is_followed(string header)
    {
        using var canary = new Canary();
        var key = HostKey.Ecdsa("elsewhere");
        var token = key.Sign(
            viewer.Claims(),
            headers: new Dictionary<string, object> { [header] = canary.Address }
        );

        using var answer = await viewer.LaunchAsync(token);

        await AssertRefusedAsync(answer, "unknown key", "Control_7");
        Assert.False(canary.WasAsked);
    }

    [Fact]
    public async Task Control_7_No_key_in_a_token_is_believed()
    {
        var key = HostKey.Ecdsa("brought-along");
        var token = key.Sign(
            viewer.Claims(),
            headers: new Dictionary<string, object> { ["jwk"] = key.Public() }
        );

        using var answer = await viewer.LaunchAsync(token);

        await AssertRefusedAsync(answer, "unknown key", "Control_7");
    }

    [Theory]
    [InlineData("JWT")]
    [InlineData("at+jwt")]
    [InlineData("logout+jwt")]
    public async Task Control_14_Another_kind_of_token_is_no_launch(string type)
    {
        using var answer = await viewer.LaunchAsync(viewer.Key.Sign(viewer.Claims(), type));

        await AssertRefusedAsync(answer, "type", "Control_14");
    }

    [Fact]
    public async Task Control_15_Replay_of_jti_makes_one_session()
    {
        var token = viewer.Key.Sign(viewer.Claims());
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 50).Select(_ => viewer.LaunchAsync(token))
        );

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.SeeOther);
        foreach (var answer in answers)
            answer.Dispose();
        await viewer.RestartAsync();
        using var later = await viewer.LaunchAsync(token);
        await AssertRefusedAsync(later, "replayed", "Control_15");
    }

    [Fact]
    public async Task Control_15_A_token_that_is_wrong_uses_nothing_up()
    {
        var claims = viewer.Claims();
        using var wrong = await viewer.LaunchAsync(
            viewer.Key.Sign(new Dictionary<string, object>(claims) { ["patient"] = "" })
        );
        using var right = await viewer.LaunchAsync(viewer.Key.Sign(claims));

        Assert.Equal(HttpStatusCode.Forbidden, wrong.StatusCode);
        viewer.Opened(right);
    }

    [Fact]
    public async Task Control_19_Two_tokens_are_none()
    {
        var token = viewer.Key.Sign(viewer.Claims());

        using var answer = await viewer.Http.GetAsync($"/launch?token={token}&token={token}");

        await AssertRefusedAsync(answer, "not one token", "Control_19");
    }

    [Fact]
    public async Task Control_29_A_patient_whom_nobody_knows_is_refused_as_a_bad_signature_is()
    {
        using var unknown = await viewer.LaunchAsync(c => c["patient"] = "4040404040");
        using var forged = await viewer.LaunchAsync(HostKey.Ecdsa("x").Sign(viewer.Claims()));

        Assert.Equal(forged.StatusCode, unknown.StatusCode);
        var (one, other) = (
            await unknown.Content.ReadAsByteArrayAsync(),
            await forged.Content.ReadAsByteArrayAsync()
        );
        Assert.Equal(one.Length, other.Length);
        // Each waits for the same beat: how far a launch came does not show in the time it took.
        Assert.Equal(
            [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1)],
            viewer.Clock.Skipped.TakeLast(2)
        );
    }

    [Fact]
    public async Task A_key_that_was_replaced_opens_nothing_and_the_new_one_does()
    {
        var next = HostKey.Ecdsa("next");
        await File.WriteAllTextAsync(viewer.KeyFile, HostKey.Set(next));
        File.SetLastWriteTimeUtc(viewer.KeyFile, DateTime.UnixEpoch.AddDays(1));

        using var old = await viewer.LaunchAsync(_ => { });
        using var opened = await viewer.LaunchAsync(next.Sign(viewer.Claims()));

        Assert.Equal(HttpStatusCode.Forbidden, old.StatusCode);
        viewer.Opened(opened);
        await File.WriteAllTextAsync(viewer.KeyFile, HostKey.Set(viewer.Key));
    }

    private static void Times(Dictionary<string, object> claims, int seconds)
    {
        foreach (var name in new[] { "iat", "nbf", "exp" })
            claims[name] = (long)claims[name] + seconds;
    }

    private async Task AssertRefusedAsync(HttpResponseMessage answer, string flaw, string rule)
    {
        Assert.True(answer.StatusCode == HttpStatusCode.Forbidden, rule);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Contains("data-message=\"NotTrusted\"", page, StringComparison.Ordinal);
        // Control 31: no word of the launch comes back.
        Assert.DoesNotContain("15157", page, StringComparison.Ordinal);
        var entry = viewer.Audit.Last;
        Assert.Equal(AuditAction.LaunchRefused, entry.Action);
        Assert.Equal($"NotTrusted: {flaw}", entry.Detail);
        // Whoever named it: what the configuration says of an issuer of the list.
        var isOfTheList = !BeforeTheIssuer.Contains(flaw);
        Assert.Equal(
            isOfTheList ? (null, SignedViewer.Issuer, "TREAT") : (null, null, null),
            (entry.UserId, entry.Organisation, entry.Purpose)
        );
        Assert.Contains(entry.CorrelationId!, page, StringComparison.Ordinal);
    }
}

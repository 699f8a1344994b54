using HealtheIntent.Client;
using HealtheIntent.Client.Credentials;

namespace HeiChartViewer.Tests.Unit.Client.Credentials;

public sealed class BearerCredentialTests : IDisposable
{
    private static readonly DateTime Written = new(2026, 11, 23, 8, 0, 0, DateTimeKind.Utc);

    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void A_file_is_read_again_once_it_was_written_again()
    {
        var credential = new BearerCredential(() =>
            new CredentialOptions { BearerTokenFile = _file }
        );

        Write("first\n", Written);
        Assert.Equal("first", credential.Read());
        Write("second\n", Written.AddSeconds(1));
        Assert.Equal("second", credential.Read());
    }

    [Fact]
    public void A_file_that_was_not_written_is_not_opened_until_the_token_is_refused()
    {
        var credential = new BearerCredential(() =>
            new CredentialOptions { BearerTokenFile = _file }
        );

        Write("first", Written);
        Assert.Equal("first", credential.Read());
        Write("second", Written);
        Assert.Equal("first", credential.Read());
        Assert.Equal("second", credential.Reread());
        Assert.Equal("second", credential.Read());
    }

    [Fact]
    public void A_variable_is_read_each_time()
    {
        const string Name = "HEALTHEINTENT_BEARER_TOKEN_OF_THIS_TEST";
        var credential = new BearerCredential(() =>
            new CredentialOptions { BearerTokenVariable = Name }
        );

        Environment.SetEnvironmentVariable(Name, "first");
        Assert.Equal("first", credential.Read());
        Environment.SetEnvironmentVariable(Name, "second");
        Assert.Equal("second", credential.Read());
        Environment.SetEnvironmentVariable(Name, null);
        Assert.Throws<CredentialUnreadableException>(credential.Read);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n")]
    [InlineData("two\nlines")]
    [InlineData("two words")]
    [InlineData("Ünicode")]
    public void What_cannot_be_one_header_value_is_no_token_and_is_not_repeated(string content)
    {
        var credential = new BearerCredential(() =>
            new CredentialOptions { BearerTokenFile = _file }
        );
        Write(content, Written);

        var error = Assert.Throws<CredentialUnreadableException>(credential.Read);

        Assert.Contains("BearerTokenFile", error.Message, StringComparison.Ordinal);
        if (content.Trim().Length > 0)
            Assert.DoesNotContain(content.Trim(), error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_there_is_no_token()
    {
        var credential = new BearerCredential(() =>
            new CredentialOptions { BearerTokenFile = Path.Combine(_file, "missing") }
        );

        Assert.Throws<CredentialUnreadableException>(credential.Read);
    }

    private void Write(string content, DateTime written)
    {
        File.WriteAllText(_file, content);
        File.SetLastWriteTimeUtc(_file, written);
    }
}

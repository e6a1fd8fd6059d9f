using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Gms.Credentials;
using Xunit;

namespace Gms.Platform.Tests.Credentials;

public sealed class Base45Tests
{
    [Theory]
    [InlineData("AB", "BB8")]
    [InlineData("Hello!!", "%69 VD92EX0")]
    [InlineData("base-45", "UJCLQE7W581")]
    [InlineData("ietf!", "QED8WEX0")]
    public void The_examples_of_rfc_9285(string plain, string text)
    {
        Assert.Equal(text, Base45.Encode(Encoding.ASCII.GetBytes(plain)));
        Assert.Equal(plain, Encoding.ASCII.GetString(Base45.Decode(text)));
    }

    [Fact]
    public void What_was_written_is_read_back() =>
        Prop.ForAll<byte[]>(bytes => Base45.Decode(Base45.Encode(bytes)).AsSpan().SequenceEqual(bytes)).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("GGW", CredentialFault.Unreadable)]    // 65536, RFC 9285 section 4.3
    [InlineData(":::", CredentialFault.Unreadable)]
    [InlineData("ab8", CredentialFault.Unreadable)]
    [InlineData("BB8B", CredentialFault.Truncated)]
    [InlineData("::", CredentialFault.Truncated)]
    public void What_is_none_is_refused(string text, CredentialFault fault) => Assert.Equal(fault, Assert.Throws<CredentialException>(() => Base45.Decode(text)).Fault);
}

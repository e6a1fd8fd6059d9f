using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Gms.Access.Messages;

/// <summary>Sends e-mail through the ministry's mail server.</summary>
sealed class SmtpSender(SmtpSettings settings) : ISender
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public AddressKind Reaches => AddressKind.Email;

    public async Task<Sending> Send(Letter letter, CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Patience);
        var otherwise = Sending.NotNow;
        try
        {
            using var mail = Mail(letter);
            using var server = new SmtpClient();
            await server.ConnectAsync(settings.Host, settings.Port, Security, patience.Token);
            if (settings.User is { Length: > 0 } user)
                await server.AuthenticateAsync(user, settings.PasswordFile is { } file ? (await File.ReadAllTextAsync(file, patience.Token)).Trim() : "", patience.Token);
            otherwise = Sending.Unheard;
            await server.SendAsync(mail, patience.Token);
            otherwise = Sending.Taken;    // however the two part
            await server.DisconnectAsync(quit: true, patience.Token);
            return Sending.Taken;
        }
        catch (SmtpCommandException refused) when (otherwise != Sending.Taken)
        {
            return (int)refused.StatusCode >= 500 ? Sending.Refused : Sending.NotNow;
        }
        catch (ParseException)
        {
            return Sending.Refused;
        }
        catch (Exception failure) when (failure is CommandException or ProtocolException or ServiceNotConnectedException or AuthenticationException or IOException or SocketException
            || (failure is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            return otherwise;
        }
    }

    SecureSocketOptions Security => settings.Tls switch
    {
        "implicit" => SecureSocketOptions.SslOnConnect,
        "starttls" => SecureSocketOptions.StartTls,
        _ => SecureSocketOptions.None,
    };

    MimeMessage Mail(Letter letter)
    {
        var from = MailboxAddress.Parse(settings.From);
        var mail = new MimeMessage { Subject = letter.Subject, MessageId = $"{letter.Id:N}@{from.Domain}", Body = new TextPart("plain") { Text = letter.Text } };
        mail.Headers.Add(HeaderId.ContentLanguage, letter.Language);
        mail.From.Add(from);
        mail.To.Add(MailboxAddress.Parse(letter.To));
        return mail;
    }
}

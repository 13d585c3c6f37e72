using System.Collections.Concurrent;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace Judge.Chaos;

/// <summary>Takes messages out of a queue as one more consumer and puts them back: twice, or in another order.</summary>
internal static class MessageMixer
{
    private const ushort AtOnce = 10;

    public static async Task RunAsync(string broker, FaultKind kind, string queue, TimeSpan duration, Random random)
    {
        var factory = new ConnectionFactory { Uri = new Uri(broker), AutomaticRecoveryEnabled = false };
        await using var connection = await factory.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync(
            new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true));
        await channel.BasicQosAsync(0, AtOnce, global: false);
        var taken = new ConcurrentQueue<(ulong Tag, BasicProperties Properties, byte[] Body)>();
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += (_, message) =>
        {
            taken.Enqueue((message.DeliveryTag, new BasicProperties(message.BasicProperties), message.Body.ToArray()));
            return Task.CompletedTask;
        };
        var tag = await channel.BasicConsumeAsync(queue, autoAck: false, consumer);
        await Task.Delay(duration);
        await channel.BasicCancelAsync(tag);
        var messages = taken.ToArray();
        if (kind == FaultKind.Reorder) random.Shuffle(messages);
        for (var copy = 0; copy < (kind == FaultKind.Duplicate ? 2 : 1); copy++)
        {
            foreach (var (_, properties, body) in messages) await channel.BasicPublishAsync("", queue, mandatory: true, properties, body);
        }

        // Not before they are back: a broker that dies in between has them twice, not never.
        foreach (var (deliveryTag, _, _) in messages) await channel.BasicAckAsync(deliveryTag, multiple: false);
    }
}
